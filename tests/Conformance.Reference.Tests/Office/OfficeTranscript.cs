using System.Text;
using System.Text.Json.Nodes;
using Conformance.Reference.Core;

namespace Conformance.Reference.Tests.Office;

/// <summary>Everything that an application answers to one fixed sequence of requests, prints and tells its neighbours.</summary>
internal abstract class OfficeTranscript
{
    private readonly StringBuilder text = new();

    private readonly bool checks;

    protected OfficeTranscript(OfficeInstance office, bool checks)
    {
        Office = office;
        this.checks = checks;
    }

    protected OfficeInstance Office { get; }

    public async Task<string> WriteAsync()
    {
        await RoundAsync();
        await GoAsync();
        await RoundAsync();
        foreach (var document in await Office.RowsAsync("chohyo-ichiran"))
        {
            text.AppendLine(await Office.PrintedAsync(document["chohyobango"]!.ToString()));
        }

        foreach (var file in await Office.RowsAsync("data-shutsuryoku"))
        {
            text.AppendLine(file.ToJsonString(JsonText.Plain)).AppendLine(Convert.ToHexString(await Office.Api.GetByteArrayAsync(new Uri($"/api/data-shutsuryoku/{file["shutsuryokufile"]}", UriKind.Relative))));
        }

        await NoteAsync("sosa-kiroku");

        // Each neighbour is called in its own order; between them there is none.
        text.AppendJoin('\n', Office.Around.Journal.Order(StringComparer.Ordinal)).AppendLine();
        foreach (var (key, bytes) in Office.Around.Objects.OrderBy(one => one.Key, StringComparer.Ordinal))
        {
            text.AppendLine(key).AppendLine(Convert.ToHexString(bytes));
        }

        // A form for each credential: the assertion is signed with a number used once.
        text.AppendLine(Office.Around.TokenRequests.All(request => request.StartsWith("Basic", StringComparison.Ordinal)) ? "basic" : "assertion");
        text.AppendLine(await Office.Api.GetStringAsync(new Uri("/openapi.json", UriKind.Relative)));
        return text.ToString();
    }

    protected abstract Task GoAsync();

    /// <summary>A round to the neighbours, where there are any.</summary>
    protected virtual Task RoundAsync() => Office.RoundAsync();

    protected void Note(string line) => text.AppendLine(line);

    /// <summary>Performs an operation and writes the answer down.</summary>
    /// <returns>The first record, or an empty one.</returns>
    protected async Task<JsonObject> NoteAsync(string operation, params (string Name, string Value)[] members)
    {
        var (status, body) = await Office.PostAsync(operation, members);
        text.Append(operation).Append(' ').Append((int)status).Append(' ').AppendLine(body.ToJsonString(JsonText.Plain));
        return body["result"] is JsonArray { Count: > 0 } rows ? rows[0]!.AsObject() : [];
    }

    /// <summary>Tries an entry with two errors; then, where checks are asked for, with every item left out, of the wrong kind, just long enough and
    /// a character too long.</summary>
    protected async Task CheckAsync(string operation, (string Name, string Value)[] entry, Func<int, (string Name, string Value)[]> own)
    {
        var at = 0;
        await NoteAsync(operation, Some.With(entry, ("shimei", ""), ("seinengappi", "1990-02-30")));
        if (!checks)
        {
            return;
        }

        foreach (var (name, length) in new[] { ("shimei", 100), ("shimei_furigana", 100), ("jusho", 200), ("jusho_choaza", 120), ("jusho_shikugunchosonmei", 12), ("jusho_todofuken", 4), ("jusho_banchigohyoki", 50), ("jido1_shimei", 100) })
        {
            if (entry.Any(item => item.Name == name))
            {
                await TryAsync(name, "", "abc", new string('亜', length), new string('亜', length + 1));
            }
        }

        await TryAsync("seinengappi", "", "1990-02-30");
        await TryAsync("seibetsu", "7");
        await TryAsync("kata", "", "7");
        await TryAsync("jido1_seinengappi", "", "2024-02-30");

        async Task TryAsync(string name, params string[] values)
        {
            foreach (var value in values.Where(_ => entry.Any(item => item.Name == name)))
            {
                await NoteAsync(operation, Some.With(Some.With(entry, (name, value)), own(++at)));
            }
        }
    }

    /// <summary>A screen as staff of the right to look only use it, then as others do, and another one.</summary>
    protected async Task ScreensAsync(string path, string another, (string Name, string Value)[] entry)
    {
        await Office.LogInAsync("view1");
        Note(await Office.SubmitAsync(path, entry));
        await Office.LogInAsync();
        Note(await Office.PageAsync("/settei"));
        Note(await Office.PageAsync(another));
        Note(await Office.PageAsync(path));
        Note(await Office.SubmitAsync(path, entry));
    }
}
