using System.IO.Compression;
using System.Text;
using Conformance.Spec.Import;
using Conformance.Spec.Import.Sheets;

namespace Conformance.Spec.Tests.Import;

/// <summary>Workbooks that cannot be used: each is refused with its code, and nothing is written.</summary>
public sealed class BadWorkbookTests
{
    private static readonly byte[] Ole = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    [Fact]
    public void A_file_that_is_not_there_is_refused()
    {
        using var folder = new ImportFolder();
        folder.Refused(Path.Combine(folder.Path, "none.xlsx")).Should().ContainSingle().Which.Code.Should().Be("CF3001");
    }

    [Theory]
    [InlineData("CF3002", "")]
    [InlineData("CF3002", "機能ID,機能名称\n0310001,付番\n")]
    public void A_file_that_is_no_workbook_is_refused(string code, string content)
    {
        using var folder = new ImportFolder();
        folder.Refused(Write(folder, Encoding.UTF8.GetBytes(content))).Should().ContainSingle().Which.Code.Should().Be(code);
    }

    [Fact]
    public void A_Word_document_and_a_plain_zip_are_refused()
    {
        using var folder = new ImportFolder();
        var word = Zip(folder, "word.xlsx", ("[Content_Types].xml", "<Types><Override ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/></Types>"), ("word/document.xml", "<document/>"));
        var zip = Zip(folder, "zip.xlsx", ("readme.txt", "text"));

        folder.Refused(word, zip).Select(problem => problem.Code).Should().Equal("CF3002", "CF3002");
    }

    [Fact]
    public void An_old_binary_workbook_and_an_encrypted_one_are_told_apart()
    {
        using var folder = new ImportFolder();
        var old = Write(folder, [.. Ole, .. new byte[1024], .. Encoding.Unicode.GetBytes("Workbook")], "old.xlsx");
        var encrypted = Write(folder, [.. Ole, .. new byte[1024], .. Encoding.Unicode.GetBytes("EncryptedPackage")], "encrypted.xlsx");

        folder.Refused(old, encrypted).Select(problem => problem.Code).Should().Equal("CF3003", "CF3004");
    }

    [Theory]
    [InlineData(0.3)]
    [InlineData(0.6)]
    [InlineData(0.98)]
    public void A_truncated_workbook_is_refused(double part)
    {
        using var folder = new ImportFolder();
        var whole = File.ReadAllBytes(Good().Save(folder.Path));

        folder.Refused(Write(folder, whole[..(int)(whole.Length * part)], "cut.xlsx")).Should().ContainSingle().Which.Code.Should().Be("CF3005");
    }

    [Fact]
    public void A_workbook_with_a_DTD_in_a_part_is_refused_with_the_part_named()
    {
        using var folder = new ImportFolder();
        var path = Good().Save(folder.Path);
        Replace(path, "xl/workbook.xml", xml => "<?xml version=\"1.0\"?>\n<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>\n" + xml[(xml.IndexOf("?>", StringComparison.Ordinal) + 2)..]);

        var problem = folder.Refused(path).Should().ContainSingle().Which;
        problem.Code.Should().Be("CF3006");
        problem.Fact.Should().Contain("xl/workbook.xml");
    }

    [Fact]
    public void A_part_that_is_not_well_formed_is_refused()
    {
        using var folder = new ImportFolder();
        var path = Good().Save(folder.Path);
        Replace(path, "xl/workbook.xml", xml => xml.Replace("</", "<", StringComparison.Ordinal));

        folder.Refused(path).Should().ContainSingle().Which.Code.Should().Be("CF3008");
    }

    [Fact]
    public void A_cell_that_refers_to_a_string_that_is_not_there_is_refused()
    {
        using var folder = new ImportFolder();
        var path = Good().Save(folder.Path);
        Replace(path, Part(path, "worksheets/"), xml => xml.Replace("</x:row>", "<x:c r=\"ZZ1\" t=\"s\"><x:v>77</x:v></x:c></x:row>", StringComparison.Ordinal));

        folder.Refused(path).Should().ContainSingle().Which.Code.Should().Be("CF3008");
    }

    [Fact]
    public void A_zip_bomb_is_refused_after_the_limit_and_not_unpacked()
    {
        using var folder = new ImportFolder();
        var path = Good().Save(folder.Path);
        using (var archive = ZipFile.Open(path, ZipArchiveMode.Update))
        using (var bomb = archive.CreateEntry("xl/media/image1.bin", CompressionLevel.SmallestSize).Open())
        {
            for (var i = 0; i < 64; i++)
            {
                bomb.Write(new byte[1 << 20]);
            }
        }

        new FileInfo(path).Length.Should().BeLessThan(1 << 20);
        var read = () => Workbook.Read(path, unpackedLimit: 8 << 20);
        read.Should().Throw<BadInputException>().Which.Problems.Should().ContainSingle().Which.Code.Should().Be("CF3007");
        Workbook.Read(path, unpackedLimit: 80 << 20).Sheets.Should().HaveCount(1);
    }

    [Fact]
    public void The_limit_also_holds_inside_XML()
    {
        using var folder = new ImportFolder();
        var path = Good().Save(folder.Path);
        Replace(path, "xl/workbook.xml", xml => xml + "<!--" + new string('a', 3 << 20) + "-->");

        var read = () => Workbook.Read(path, unpackedLimit: 1 << 20);
        read.Should().Throw<BadInputException>().Which.Problems.Should().ContainSingle().Which.Code.Should().Be("CF3007");
    }

    [Fact]
    public void A_workbook_without_a_known_header_says_what_was_looked_for()
    {
        using var folder = new ImportFolder();
        var problem = folder.Refused(new SyntheticWorkbook().Sheet("会議").Row(1, 1, "日時", "場所").Row(2, 1, "4月1日", "会議室")).Should().ContainSingle().Which;

        problem.Code.Should().Be("CF3010");
        problem.Remedy.Should().Contain("基本データリスト").And.Contain("データ項目ID");
    }

    [Fact]
    public void A_missing_column_is_named_with_sheet_and_cell()
    {
        using var folder = new ImportFolder();
        var problem = folder.Refused(new SyntheticWorkbook().Sheet("項目").Row(3, 2, "データ項目ID", "データ項目", "データ項目（ローマ字）", "桁数")).Should().ContainSingle().Which;

        (problem.Code, problem.Cell).Should().Be(("CF3011", "項目!B3"));
        problem.Fact.Should().Contain("「データ型」");
    }

    [Fact]
    public void Two_columns_with_the_same_header_are_refused_even_if_written_differently()
    {
        using var folder = new ImportFolder();
        var problem = folder.Refused(new SyntheticWorkbook().Sheet("項目")
            .Row(1, 1, "データ項目ID", "データ項目", "データ項目（ローマ字）", "データ型", "桁数", "ﾃﾞｰﾀ\n型")).Should().ContainSingle().Which;

        (problem.Code, problem.Cell).Should().Be(("CF3012", "項目!F1"));
        problem.Fact.Should().Contain("D1 and F1");
    }

    [Fact]
    public void An_item_ID_that_is_used_twice_is_refused_also_across_workbooks()
    {
        using var folder = new ImportFolder();
        var one = SyntheticWorkbook.WithItems(SyntheticWorkbook.Item(serial: "7", romaji: "a")).Save(folder.Path, "one.xlsx");
        var two = SyntheticWorkbook.WithItems(SyntheticWorkbook.Item(serial: "00007", romaji: "b")).Save(folder.Path, "two.xlsx");

        var problem = folder.Refused(one, two).Should().ContainSingle().Which;
        (problem.Code, problem.File, problem.Cell).Should().Be(("CF3013", two, "項目!4"));
        problem.Fact.Should().Contain("03100007");
    }

    [Fact]
    public void A_romaji_or_a_code_value_that_is_used_twice_is_refused()
    {
        using var folder = new ImportFolder();
        var workbook = SyntheticWorkbook.WithItems(SyntheticWorkbook.Item(serial: "1"), SyntheticWorkbook.Item(serial: "2"))
            .Sheet("コード").Row(1, 1, "コードID", "コード名", "コード値", "コード値の内容").Row(2, 1, "1", "性別", "1", "男").Row(3, 3, "１", "女");

        folder.Refused(workbook).Select(problem => problem.Code).Should().Equal("CF3013", "CF3013");
    }

    [Theory]
    [InlineData("CF3014", "項目!A4", "O31", "1", "Ｎ", "100", "任意")]
    [InlineData("CF3014", "項目!A4", "031", "123456", "Ｎ", "100", "任意")]
    [InlineData("CF3016", "項目!K4", "031", "1", "VARCHAR", "100", "任意")]
    [InlineData("CF3017", "項目!L4", "031", "1", "Ｎ", "百", "任意")]
    [InlineData("CF3018", "項目!N4", "031", "1", "Ｎ", "100", "多分")]
    public void A_bad_value_is_refused_with_its_cell(string code, string cell, string business, string serial, string type, string length, string output)
    {
        using var folder = new ImportFolder();
        var problem = folder.Refused(SyntheticWorkbook.WithItems(SyntheticWorkbook.Item(business, serial, type: type, length: length, output: output))).Should().ContainSingle().Which;

        (problem.Code, problem.Cell).Should().Be((code, cell));
    }

    [Fact]
    public void An_empty_required_cell_and_an_error_value_are_refused()
    {
        using var folder = new ImportFolder();
        var item = SyntheticWorkbook.Item();
        item[3] = null;

        folder.Refused(SyntheticWorkbook.WithItems(item).Error(9, 9, "#REF!")).Select(problem => (problem.Code, problem.Cell)).Should()
            .BeEquivalentTo([("CF3015", "項目!A4"), ("CF3019", "項目!I9")]);
    }

    [Fact]
    public void All_problems_of_all_workbooks_are_said_at_once()
    {
        using var folder = new ImportFolder();
        var bad = SyntheticWorkbook.WithItems(SyntheticWorkbook.Item(serial: "x"), SyntheticWorkbook.Item(serial: "2", length: "?")).Save(folder.Path, "bad.xlsx");
        var worse = Write(folder, Ole, "worse.xlsx");

        folder.Refused(bad, worse, Path.Combine(folder.Path, "none.xlsx")).Select(problem => problem.Code).Should().Equal("CF3014", "CF3017", "CF3003", "CF3001");
    }

    [Fact]
    public void Parameters_without_a_call_answers_without_a_status_and_a_parameter_twice_are_refused()
    {
        using var folder = new ImportFolder();
        folder.Refused(new SyntheticWorkbook().Sheet("リクエスト").Row(1, 1, "パラメータ名", "項目名", "必須", "データ型", "データ長").Row(2, 1, "shimei", "氏名", "◎", "Ｎ", "100"))
            .Should().ContainSingle().Which.Code.Should().Be("CF3020");

        var workbook = new SyntheticWorkbook()
            .Sheet("概要").Row(1, 1, "APIコール名", "操作種類").Row(2, 1, "a/v1/b", "Create")
            .Sheet("リクエスト").Row(1, 1, "パラメータ名", "項目名", "必須", "データ型", "データ長").Row(2, 1, "shimei", "氏名", "◎", "Ｎ", "100").Row(3, 1, "shimei", "氏名", "○", "Ｎ", "100")
            .Sheet("レスポンス").Row(1, 1, "レスポンスオブジェクト名", "レベル", "項目名", "必須", "データ型", "データ長").Row(2, 1, "root", "1", "x", "◎", "構造化", "-");
        folder.Refused(workbook).Select(problem => (problem.Code, problem.Cell)).Should()
            .Equal(("CF3013", "リクエスト!A3"), ("CF3018", "リクエスト!C3"), ("CF3021", "レスポンス"));
    }

    [Fact]
    public void If_one_file_cannot_be_replaced_none_is()
    {
        using var folder = new ImportFolder();
        var items = Path.Combine(folder.Standard, "data-items.csv");
        Directory.CreateDirectory(Path.Combine(folder.Standard, "codes.csv", "in the way"));
        File.WriteAllText(items, "before");
        var workbook = Good().Sheet("コード").Row(1, 1, "コードID", "コード名", "コード値", "コード値の内容").Row(2, 1, "1", "性別", "1", "男");

        var import = () => folder.Import(workbook, dryRun: false);
        import.Should().Throw<BadInputException>().Which.Problems.Should().ContainSingle().Which.Code.Should().Be("CF3022");
        File.ReadAllText(items).Should().Be("before");
        Directory.GetFileSystemEntries(folder.Standard).Select(Path.GetFileName).Should().BeEquivalentTo(["codes.csv", "data-items.csv"]);
    }

    private static SyntheticWorkbook Good() => SyntheticWorkbook.WithItems(SyntheticWorkbook.Item());

    private static string Write(ImportFolder folder, byte[] bytes, string name = "bad.xlsx")
    {
        var path = Path.Combine(folder.Path, name);
        File.WriteAllBytes(path, bytes);
        return path;
    }

    private static string Zip(ImportFolder folder, string name, params (string Name, string Text)[] entries)
    {
        var path = Path.Combine(folder.Path, name);
        using var archive = ZipFile.Open(path, ZipArchiveMode.Create);
        foreach (var (entry, text) in entries)
        {
            using var writer = new StreamWriter(archive.CreateEntry(entry).Open());
            writer.Write(text);
        }

        return path;
    }

    private static string Part(string path, string folder)
    {
        using var archive = ZipFile.OpenRead(path);
        return archive.Entries.First(entry => entry.FullName.Contains(folder, StringComparison.Ordinal) && entry.FullName.EndsWith(".xml", StringComparison.Ordinal)).FullName;
    }

    private static void Replace(string path, string part, Func<string, string> change)
    {
        using var archive = ZipFile.Open(path, ZipArchiveMode.Update);
        var entry = archive.GetEntry(part)!;
        string text;
        using (var reader = new StreamReader(entry.Open()))
        {
            text = reader.ReadToEnd();
        }

        entry.Delete();
        using var writer = new StreamWriter(archive.CreateEntry(part).Open());
        writer.Write(change(text));
    }
}
