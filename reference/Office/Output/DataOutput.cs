using System.Globalization;
using System.Text;
using Conformance.Reference.Core;
using Conformance.Reference.Office.Items;
using Conformance.Reference.Office.Operations;

namespace Conformance.Reference.Office.Output;

/// <summary>全件データの出力: everything that the application keeps, as CSV files, one or more for each group.</summary>
/// <param name="spoilt">How it may be spoilt.</param>
internal sealed class DataOutput(Desk desk, IReadOnlyList<OutputGroup> groups, OutputFaults spoilt)
{
    private const int MostOutputs = 20;
    private const int RowsOfPart = 3;
    private const string Shown = "gurupu shutsuryokufile kensu";

    private readonly Queue<IReadOnlyList<OutputFile>> outputs = new();
    private int serial;

    /// <summary>What is fetched and is no operation, for the description of the API.</summary>
    public static (string Path, string Title, string Type) Fetched => ("/api/data-shutsuryoku/{shutsuryokufile}", "出力ファイルの取得", "text/csv");

    public IEnumerable<Operation> Operations() =>
    [
        desk.Work("data-shutsuryoku", "全件データの出力", "出力", "", _ => new Answer("出力しました。", Listed(PutOut()))) with
        {
            Group = "データ出力", Columns = Shown.Split(' '), Gives = Shown, IsList = true,
        },
        desk.Look("shutsuryoku-ichiran", "出力ファイルの一覧", "", Shown, _ => Listed(outputs.LastOrDefault() ?? [])) with { Group = "データ出力", IsList = true },
    ];

    public void Map(IEndpointRouteBuilder routes, OfficeApi api, Screens.OfficeScreens screens)
    {
        MapFiles(routes, api, "");
        routes.MapGet("/data-shutsuryoku/{name}", (HttpContext context, string name) => screens.WithOperator(context, _ =>
            Find(name) is { } file ? Results.Bytes(file.Content, "text/csv; charset=utf-8", file.Name) : Results.NotFound()));
    }

    /// <summary>Maps the files alone.</summary>
    /// <param name="prefix">Before <c>/api</c>: that of an older edition of the interface, or empty.</param>
    public void MapFiles(IEndpointRouteBuilder routes, OfficeApi api, string prefix) =>
        routes.MapGet(prefix + "/api/data-shutsuryoku/{name}", Answering.With(context => Task.FromResult(!api.Authorised(context) ? OfficeApi.Unauthorised(context)
            : Find($"{context.Request.RouteValues["name"]}") is { } file ? Results.Bytes(file.Content, "text/csv; charset=utf-8", file.Name)
            : OfficeApi.Errors([new WorkError("E0005", "そのファイルはありません。")], StatusCodes.Status404NotFound))));

    private OutputFile? Find(string name)
    {
        lock (desk.Gate)
        {
            return outputs.SelectMany(files => files).FirstOrDefault(file => file.Name == name);
        }
    }

    private static List<Row> Listed(IReadOnlyList<OutputFile> files) =>
        [.. files.Select(file => new Row { ["gurupu"] = file.Group, ["shutsuryokufile"] = file.Name, ["kensu"] = file.Rows.ToString(CultureInfo.InvariantCulture) })];

    private IReadOnlyList<OutputFile> PutOut()
    {
        var set = string.Create(CultureInfo.InvariantCulture, $"{desk.Clock.Now:yyyyMMddHHmmss}_{++serial}");
        IReadOnlyList<OutputFile> files = [.. groups.Where(group => !spoilt.Lacks(group.Name)).SelectMany(group => Files(group, set))];
        outputs.Enqueue(files);
        if (outputs.Count > MostOutputs)
        {
            outputs.Dequeue();
        }

        return files;
    }

    private IEnumerable<OutputFile> Files(OutputGroup group, string set)
    {
        var columns = spoilt.Columns(group.Name, group.Columns.Split(' '));
        List<Row> rows = [.. spoilt.Rows(group.Name, [.. group.Rows()]).Select(row => desk.Behaviour.Through($"output:{group.Name}", row.Copy()))];
        if (desk.Behaviour.Varies(OfficeVariants.OutputInAnyOrder))
        {
            rows.Reverse();
        }

        var parts = desk.Behaviour.Varies(OfficeVariants.OutputInParts) && rows.Count > RowsOfPart ? rows.Chunk(Math.Max(RowsOfPart, (rows.Count + 2) / 3)).ToList() : [[.. rows]];
        return parts.Select((part, at) => new OutputFile(
            group.Name, $"{group.File}_{set}{(parts.Count > 1 ? $"_{at + 1}" : "")}.csv", spoilt.Stated(part.Length), spoilt.Encoding.GetBytes(Csv(columns, part))));
    }

    private string Csv(IReadOnlyList<string> columns, IReadOnlyList<Row> rows)
    {
        var end = desk.Behaviour.Varies(OfficeVariants.OutputEndsLinesWithLf) ? "\n" : "\r\n";
        return string.Concat(rows.Select(row => columns.Select(column => row[column])).Prepend(columns).Select(cells => string.Join(',', cells.Select(Quoted)) + end));
    }

    private string Quoted(string value) => !desk.Behaviour.Varies(OfficeVariants.OutputQuoted) && value.AsSpan().IndexOfAny(",\"\r\n") < 0
        ? value
        : $"\"{value.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
