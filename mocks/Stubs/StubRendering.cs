using Microsoft.Extensions.Primitives;

namespace Conformance.Mocks;

/// <summary>Makes the answer that a stub describes.</summary>
internal sealed class StubRendering(TimeProvider time) : IDisposable
{
    private readonly StubTemplates templates = new(time);
    private readonly StubForwarding forwarding = new();

    public async ValueTask<MockAnswer> AnswerAsync(StubMapping mapping, StubRequest request, TimeSpan globalDelay, CancellationToken cancellationToken)
    {
        var response = mapping.Response;
        MockAnswer answer;
        if (response.Proxy is { } proxy)
        {
            answer = await forwarding.ForwardAsync(proxy, request, cancellationToken);
        }
        else
        {
            answer = response.IsTemplate ? Filled(mapping, request) : Plain(response);
        }

        var marks = new List<KeyValuePair<string, StringValues>>(answer.RepeatedHeaders) { new("Matched-Stub-Id", mapping.Id.ToString()) };
        if (mapping.Name is { } name)
        {
            marks.Add(new("Matched-Stub-Name", Ascii(name)));
        }

        return answer with { RepeatedHeaders = marks, Stub = mapping.Id, Prepared = true, Sending = Sending(response, globalDelay) };
    }

    public void Dispose() => forwarding.Dispose();

    private static Sending? Sending(StubResponse response, TimeSpan globalDelay)
    {
        var fixedDelay = response.FixedDelay > TimeSpan.Zero ? response.FixedDelay : globalDelay;
        var delay = fixedDelay + (response.Delay?.Next() ?? TimeSpan.Zero);
        return delay > TimeSpan.Zero || response.Break is not null || response.Dribble.Pieces > 0
            ? new Sending { Delay = delay, Break = response.Break, Pieces = response.Dribble.Pieces, Over = response.Dribble.Over }
            : null;
    }

    private static MockAnswer Plain(StubResponse response)
    {
        var answer = response switch
        {
            { Content: { } content } => MockAnswer.Of(response.Status, "", content),
            { File: { } file } => OfFile(response, file),
            _ => new MockAnswer(response.Status, "", response.Body ?? ""),
        };
        return answer with { RepeatedHeaders = response.Headers, StatusMessage = response.StatusMessage };
    }

    private MockAnswer Filled(StubMapping mapping, StubRequest request)
    {
        var response = mapping.Response;
        var model = StubModel.Of(mapping, request);
        var plain = response.File is { } file
            ? OfFile(response, templates.Fill(file, model))
            : Plain(response);
        if (plain.Status == 500 && plain.Reasons.Count > 0)
        {
            return plain;
        }

        return plain with
        {
            Content = null,
            Body = templates.Fill(plain.Body, model),
            RepeatedHeaders = [.. response.Headers.Select(header => KeyValuePair.Create(header.Key, new StringValues([.. header.Value.Select(value => templates.Fill(value ?? "", model))])))],
            StatusMessage = response.StatusMessage,
        };
    }

    private static MockAnswer OfFile(StubResponse response, string file)
    {
        var path = Path.GetFullPath(Path.Combine(response.Folder!, file));
        return path.StartsWith(response.Folder! + Path.DirectorySeparatorChar, StringComparison.Ordinal) && File.Exists(path)
            ? MockAnswer.Of(response.Status, "", File.ReadAllBytes(path))
            : new MockAnswer(500, "text/plain; charset=UTF-8", $"There is no body file {file}.") { Reasons = [$"There is no body file {file} under {response.Folder}."] };
    }

    /// <summary>Header values are ASCII on the line.</summary>
    private static string Ascii(string text) => text.All(char.IsAscii) ? text : Uri.EscapeDataString(text);
}
