using System.Globalization;
using System.Text;
using ExcelDataReader;

namespace Conformance.Mocks.Tests;

/// <summary>The table of request rows against the official workbook.</summary>
public sealed class AtenaItemsTests
{
    [Fact]
    public void The_request_rows_are_those_of_the_official_workbook()
    {
        var rows = OfficialRows();

        AtenaItems.All.Select(item => (item.Member, item.Name, item.Required, Kind(item), item.Length))
            .Should().Equal(rows);
    }

    [Fact]
    public void Members_and_names_are_unique() =>
        AtenaItems.All.SelectMany(item => new[] { item.Member, item.Name }).Should().OnlyHaveUniqueItems().And.HaveCount(80);

    private static string Kind(AtenaItem item) => item.Kind switch
    {
        AtenaItemKind.HalfWidth => "X",
        AtenaItemKind.FullWidth => "Ｎ",
        AtenaItemKind.Date => "DATE",
        _ => "TIME",
    };

    private static List<(string Member, string Name, bool Required, string Kind, int Length)> OfficialRows()
    {
        using var stream = File.OpenRead(Workbook());
        // The reader asks for code page 1252 before it knows that it will not need it.
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        using var reader = ExcelReaderFactory.CreateOpenXmlReader(stream);
        while (reader.Name != "リクエスト_API仕様" && reader.NextResult())
        {
        }

        var rows = new List<(string, string, bool, string, int)>();
        Dictionary<string, int>? columns = null;
        while (reader.Read())
        {
            var cells = Enumerable.Range(0, reader.FieldCount)
                .Select(i => Convert.ToString(reader.GetValue(i), CultureInfo.InvariantCulture)?.Trim() ?? "").ToList();
            if (columns is null && cells.Contains("パラメータ名"))
            {
                columns = cells.Select((text, i) => (text, i)).Where(cell => cell.text.Length > 0).ToDictionary(cell => cell.text, cell => cell.i);
            }
            else if (columns is not null && cells[columns["パラメータ名"]] is { Length: > 0 } member)
            {
                rows.Add((member, cells[columns["項目名"]], cells[columns["必須"]] == "◎", cells[columns["データ型"]],
                    int.Parse(cells[columns["データ長"]], CultureInfo.InvariantCulture)));
            }
        }

        return rows;
    }

    private static string Workbook()
    {
        const string name = "api_jutogaisha-atena-fuban_2.0.xlsx";
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var path = Path.Combine(folder.FullName, "shared", "official", name);
            if (File.Exists(path))
            {
                return path;
            }
        }

        Assert.Skip($"The official workbook (../shared/official/{name}) is not here.");
        return "";
    }
}
