using Conformance.Steps.Assertions;
using Conformance.Steps.Documents;
using Conformance.Steps.People;
using Conformance.Steps.Running;

namespace Conformance.Steps.Vocabulary;

/// <summary>ならば about what is printed on the document that the last もし brought.</summary>
[Binding]
public sealed class DocumentSteps(Stage stage, Expectations expect)
{
    private (byte[] Content, string Text)? read;

    [Then(Words.Blame + "帳票が出力される$")]
    public async Task IsIssued()
    {
        if (stage.Last.Outcome == Drivers.Outcome.Failed)
        {
            throw new PreparationException($"The target failed instead of putting out a document: {Registry.Describe(stage.Last)}");
        }

        var text = stage.Document is null ? "" : PdfText.Squeezed(await TextAsync());
        expect.That("帳票が出力される", stage.Document is null ? Registry.Describe(stage.Last) : $"{stage.Document.MediaType}、文字 {text.Length} 字", text.Length > 0);
    }

    [Then(Words.Blame + "帳票に「([^」]+)」の次の項目が印字されている$")]
    public async Task PrintsAll(string alias, DataTable items)
    {
        var (citizen, text) = (stage.Citizen(alias), PdfText.Squeezed(await TextAsync()));
        var missing = new List<string>();
        foreach (var row in items.Rows)
        {
            var value = Value(citizen, row["項目"]);
            if (!Printed(text, Meaning(row["項目"], value), items.Header.Contains("書き方") ? row["書き方"] : ""))
            {
                missing.Add($"{row["項目"]}: {value}");
            }
        }

        expect.That("印字項目がすべて正しく印字されている: " + string.Join("、", items.Rows.Select(row => row["項目"])), missing.Count == 0 ? "そのとおり" : "印字されていない: " + string.Join("; ", missing), missing.Count == 0);
    }

    [Given(@"^「([^」]+)」で出力した帳票に「([^」]+)」の「([^」]+)」が印字されている$")]
    public async Task HasPrinted(string exchange, string alias, string items)
    {
        var (citizen, missing) = await MissingAsync(exchange, alias, items);
        if (stage.Document is null || missing.Count > 0)
        {
            throw new PreparationException($"The document of 「{exchange}」 was to print {items} of 「{citizen.Alias}」 beforehand, and {(stage.Document is null ? "was not put out" : "lacks " + string.Join(", ", missing))}.");
        }
    }

    [Then(Words.Blame + "「([^」]+)」で出力した帳票に「([^」]+)」の「([^」]+)」が印字されている$")]
    public async Task PrintsAllOf(string exchange, string alias, string items)
    {
        var (citizen, missing) = await MissingAsync(exchange, alias, items);
        expect.That($"{items}が印字されている", stage.Document is null ? $"帳票が出力されない: {Registry.Describe(stage.Last)}" : missing.Count == 0 ? "印字されている" : "印字されていない: " + string.Join("; ", missing.Select(item => $"{item} {Value(citizen, item)}")), stage.Document is not null && missing.Count == 0);
    }

    [Then(Words.Blame + "帳票に「([^」]+)」の「([^」]+)」が印字されている$")]
    public async Task Prints(string alias, string item)
    {
        var (value, text) = (Value(stage.Citizen(alias), item), PdfText.Squeezed(await TextAsync()));
        var printed = Printed(text, value, "");
        expect.That($"{item}: {value}", printed ? "印字されている" : "印字されていない", printed);
    }

    [Then(Words.Blame + "帳票に「([^」]+)」の次の項目が印字されていない$")]
    public async Task PrintsNone(string alias, DataTable items)
    {
        var (citizen, text) = (stage.Citizen(alias), PdfText.Squeezed(await TextAsync()));

        // A value of a few characters is on every page by chance.
        var found = items.Rows.Select(row => (Item: row["項目"], Value: citizen.Item(row["項目"]))).Where(pair => pair.Value is { Length: > 3 } value && Printed(text, value, "")).ToList();
        expect.That("印字されていない: " + string.Join("、", items.Rows.Select(row => row["項目"])), found.Count == 0 ? "印字されていない" : "印字されている: " + string.Join("; ", found.Select(pair => $"{pair.Item} {pair.Value}")), found.Count == 0);
    }

    [Then(Words.Blame + "帳票の「([^」]+)」の欄が「([^」]+)」になっている$")]
    public async Task FieldIs(string label, string wanted)
    {
        var text = PdfText.Squeezed(await TextAsync());
        var at = text.IndexOf(PdfText.Squeezed(label), StringComparison.Ordinal);
        var after = at < 0 ? "" : text[(at + PdfText.Squeezed(label).Length)..].TrimStart(':', '：');
        var anywhere = text.Contains(wanted, StringComparison.Ordinal);
        expect.That($"{label}: {wanted}", at >= 0 ? $"{label}: {after[..Math.Min(20, after.Length)]}" : $"「{label}」の欄がない{(anywhere ? $"が、{wanted}がある" : "")}",
            at < 0 ? anywhere : after.StartsWith(wanted, StringComparison.Ordinal));
    }

    [Then(Words.Blame + "帳票に「([^」]+)」と印字されている$")]
    public async Task PrintsText(string wanted)
    {
        var text = PdfText.Squeezed(await TextAsync());
        var printed = text.Contains(PdfText.Squeezed(wanted), StringComparison.Ordinal);
        expect.That(wanted, printed ? "印字されている" : "印字されていない", printed);
    }

    private async Task<(Citizen Citizen, IReadOnlyList<string> Missing)> MissingAsync(string exchange, string alias, string items)
    {
        var citizen = stage.Citizen(alias);
        await stage.FetchAsync(new Drivers.FunctionCall(exchange, stage.Items(exchange, citizen.Items, about: citizen)));
        var text = stage.Document is null ? "" : PdfText.Squeezed(await TextAsync());
        return (citizen, [.. items.Split('、').Where(item => !Printed(text, Value(citizen, item), ""))]);
    }

    // A code is printed as what it means, or as it is.
    private string Meaning(string item, string value) =>
        stage.Setting.Standard.Items.FirstOrDefault(known => known.Name == item) is { Code.Length: > 0 } coded
        && stage.Setting.Standard.Codes.FirstOrDefault(list => list.Id == coded.Code)?.Values.GetValueOrDefault(value) is { Length: > 0 } meaning ? meaning : value;

    private static bool Printed(string text, string value, string format) =>
        PrintedForms.Of(value, format).Any(form => text.Contains(PdfText.Squeezed(form), StringComparison.Ordinal));

    private static string Value(Citizen citizen, string item) => citizen.Item(item) is { Length: > 0 } value
        ? value : throw new PreparationException($"「{citizen.Alias}」 has no 「{item}」, so nothing can be said about what is printed of it.");

    private async Task<string> TextAsync()
    {
        var document = stage.Document ?? throw new PreparationException($"No document was put out: {Registry.Describe(stage.Last)}");
        if (read?.Content != document.Content)
        {
            stage.Attach(stage.Setting.Evidence.WriteDocument(document));
            var text = await PdfText.OfAsync(document, stage.Cancellation);
            stage.Attach(stage.Setting.Evidence.WriteText(text));
            read = (document.Content, text);
        }

        return read.Value.Text;
    }
}
