using System.CommandLine;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Conformance.Cli.Recording;
using Conformance.Spec;
using Conformance.Steps.Running;

namespace Conformance.Cli.Commands.SharedUse;

/// <summary><c>ledger</c>: everything that a run wrote to the product, for whoever cleans up.</summary>
internal static class LedgerCommand
{
    private static readonly string[] Head = ["役割", "番号", "日時（UTC）", "シナリオ", "経路", "やりとり", "結果"];

    public static Command Build()
    {
        var folder = new Argument<string>("DIR") { Description = "The --out folder of a run." };
        var csv = new Option<string?>("--csv") { Description = "Write the list there (UTF-8 with a byte order mark, as spreadsheet programs want it)." };
        var json = new Option<bool>("--json") { Description = "As JSON." };
        var language = LanguageOption.Build();
        var command = new Command("ledger", "List everything that a run wrote to the product, also after a kill: what may be there is there.") { folder, csv, json, language };
        command.SetAction((parsed, _) => Guard.RunAsync(() =>
        {
            var source = Path.Combine(parsed.GetValue(folder)!, RunFolder.LedgerFolder);
            var files = Directory.Exists(source) ? Directory.GetFiles(source, "*.ndjson").Order(StringComparer.Ordinal).ToList() : [];
            if (files.Count == 0)
            {
                throw new BadInputException(new Problem("CF6070", source, 0, 0, "The folder holds no ledger of a run.", "Name the --out folder of a `run`."));
            }

            var entries = files.SelectMany(file => Entries(Path.GetFileNameWithoutExtension(file), CreationLedger.Read(file))).ToList();
            if (parsed.GetValue(csv) is { } path)
            {
                OutputFile.Write(path, [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(Csv(entries))]);
            }

            if (parsed.GetValue(json))
            {
                Console.WriteLine(JsonSerializer.Serialize(entries, MachineJson.Indented));
            }
            else
            {
                Tell(entries, parsed.IsEnglish(language));
            }

            return ExitCode.Conforms;
        }));
        return command;
    }

    /// <param name="Outcome"><c>accepted</c>, <c>refused</c>, … or <c>unknown</c> where the answer never came: it may be there.</param>
    private sealed record Entry(string Role, int Number, DateTimeOffset Time, string Scenario, string Surface, string Exchange, string Outcome, IReadOnlyDictionary<string, string> Items);

    private static IEnumerable<Entry> Entries(string role, IReadOnlyList<CreationLedger.Line> lines) => lines.GroupBy(line => line.Number).OrderBy(group => group.Key).Select(group =>
    {
        var items = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (item, value) in group.SelectMany(line => line.Items))
        {
            items[item] = value;
        }

        var sent = group.First();
        return new Entry(role, sent.Number, sent.Time, sent.Scenario, sent.Surface, sent.Exchange, group.Select(line => line.Outcome).OfType<string>().LastOrDefault() ?? "unknown", items);
    });

    private static string Csv(List<Entry> entries)
    {
        var items = entries.SelectMany(entry => entry.Items.Keys).Distinct().Order(StringComparer.Ordinal).ToList();
        var text = new StringBuilder();
        void Row(IEnumerable<string> cells) => text.AppendJoin(',', cells.Select(cell => "\"" + cell.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"")).Append("\r\n");
        Row([.. Head, .. items]);
        foreach (var entry in entries)
        {
            Row([entry.Role, entry.Number.ToString(CultureInfo.InvariantCulture), entry.Time.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture), entry.Scenario, entry.Surface, entry.Exchange, entry.Outcome, .. items.Select(item => Safe(entry.Items.GetValueOrDefault(item, "")))]);
        }

        return text.ToString();
    }

    // A spreadsheet takes such a cell for a formula.
    private static string Safe(string value) => value is ['=' or '+' or '-' or '@', ..] ? "'" + value : value;

    private static void Tell(List<Entry> entries, bool english)
    {
        foreach (var group in entries.GroupBy(entry => (entry.Role, entry.Exchange)))
        {
            int Count(string outcome) => group.Count(entry => entry.Outcome == outcome);
            var numbers = new[] { group.Count(), Count("accepted"), Count("refused"), Count("unknown") };
            var words = english ? new[] { "sent", "accepted", "refused", "no answer" } : ["送信", "受付", "拒否", "応答不明"];
            Console.WriteLine($"{group.Key.Role} {group.Key.Exchange}: " + string.Join(english ? ", " : "、", words.Zip(numbers, (word, number) => string.Create(CultureInfo.InvariantCulture, $"{word} {number}"))));
        }
    }
}
