#if GHERKIN_EMBEDDED
using System.Text.Json;

namespace Conformance.Steps.Vocabulary;

/// <summary>What was counted before, kept while the output runs at night (待機).</summary>
public sealed partial class OutputSteps : IKeptWhileWaiting
{
    string IKeptWhileWaiting.WaitingKey => "output";

    JsonElement IKeptWhileWaiting.Keep() => JsonSerializer.SerializeToElement(before);

    void IKeptWhileWaiting.Recall(JsonElement kept) => before = kept.Deserialize<Dictionary<string, long>>();
}
#endif
