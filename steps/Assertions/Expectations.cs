using Conformance.Steps.Running;
using FluentAssertions;

namespace Conformance.Steps.Assertions;

/// <summary>
/// Where a ならば compares. Every comparison is written down with expected and observed, whether it holds or not, so that a
/// step that compared nothing can be told from one that found everything in order.
/// </summary>
public sealed class Expectations(RunSetting setting, IReqnrollOutputHelper output)
{
    public void That(string expected, string observed, bool held)
    {
        output.AddAttachment(setting.Evidence.WriteAssertion(expected, observed, held));
        held.Should().BeTrue("{0} was expected, and {1} was observed", expected, observed);
    }

    public void Equal(string what, string expected, string? observed) =>
        That($"{what}: {expected}", $"{what}: {observed ?? "（無し）"}", expected == (observed ?? ""));
}
