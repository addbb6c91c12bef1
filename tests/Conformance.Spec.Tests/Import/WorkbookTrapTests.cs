using System.IO.Compression;
using System.Text;
using Conformance.Spec.Import;
using Conformance.Spec.Import.Sheets;
using DocumentFormat.OpenXml.Spreadsheet;
using Workbook = Conformance.Spec.Import.Sheets.Workbook;

namespace Conformance.Spec.Tests.Import;

/// <summary>What real workbooks do to a reader that looks at cells too simply.</summary>
public sealed class WorkbookTrapTests
{
    [Fact]
    public void A_phonetic_guide_is_not_part_of_the_text()
    {
        using var folder = new ImportFolder();
        var workbook = Good().Rich(4, 3, SyntheticWorkbook.Run("氏"), SyntheticWorkbook.Run("名"),
            new PhoneticRun(new Text("シメイ")) { BaseTextStartIndex = 0, EndingBaseIndex = 2 });

        folder.Import(workbook).Items.Single().Name.Should().Be("氏名");
    }

    [Fact]
    public void A_struck_through_word_is_left_out_and_noted_but_a_struck_line_break_still_parts_two_lines()
    {
        using var folder = new ImportFolder();
        var workbook = Good().Rich(4, 15, SyntheticWorkbook.Run("・不詳日を許容する"), SyntheticWorkbook.Run("\n", struck: true),
            SyntheticWorkbook.Run("・デフォルトは「0」"), SyntheticWorkbook.Run("・廃止", struck: true));
        var report = folder.Import(workbook);

        report.Items.Single().Remarks.Should().Be("不詳日可；既定値は0");
        report.Notes.Should().ContainSingle(note => note.Cell == "O4" && note.Text.Contains("廃止"));
        report.NotUnderstood.Should().BeEmpty();
    }

    [Fact]
    public void A_row_that_is_struck_through_is_no_item()
    {
        using var folder = new ImportFolder();
        var workbook = SyntheticWorkbook.WithItems(SyntheticWorkbook.Item(), SyntheticWorkbook.Item(serial: "2", romaji: "b"));
        for (var column = 1; column <= 16; column++)
        {
            workbook.Text(5, column, "旧", SyntheticWorkbook.StruckThrough);
        }

        var report = folder.Import(workbook);
        report.Items.Select(item => item.Id).Should().Equal("03100001");
        report.Notes.Should().HaveCount(16);
    }

    [Theory]
    [InlineData(3100001, null, "03100001")]
    [InlineData(31, 1.0, "03100001")]
    [InlineData(1, 12.0, "00100012")]
    public void IDs_stored_as_numbers_get_their_zeros_back(double first, double? second, string id)
    {
        using var folder = new ImportFolder();
        var item = SyntheticWorkbook.Item();
        (item[0], item[1]) = (null, null);
        var workbook = SyntheticWorkbook.WithItems(item).Number(4, 1, first);
        if (second is { } serial)
        {
            workbook.Number(4, 2, serial, SyntheticWorkbook.FiveDigits);
        }

        folder.Import(workbook).Items.Single().Id.Should().Be(id);
    }

    [Fact]
    public void A_whole_ID_that_lost_its_zero_is_noted()
    {
        using var folder = new ImportFolder();
        var item = SyntheticWorkbook.Item();
        (item[0], item[1]) = (null, null);

        folder.Import(SyntheticWorkbook.WithItems(item).Number(4, 1, 3100001)).Notes.Should().ContainSingle().Which.Cell.Should().Be("A4");
    }

    [Fact]
    public void Full_width_digits_and_letters_are_read_where_identifiers_stand_and_kept_where_names_and_types_stand()
    {
        using var folder = new ImportFolder();
        var item = folder.Import(SyntheticWorkbook.WithItems(SyntheticWorkbook.Item("０３１", "２３", name: "業務ＩＤ", romaji: "ｇｙｏｍｕｉｄ", length: "１２", code: "２"))).Items.Single();

        (item.Id, item.Name, item.Romaji, item.Type, item.Length, item.Code).Should().Be(("03100023", "業務ＩＤ", "gyomuid", "Ｎ", "12", "002"));
    }

    [Theory]
    [InlineData("1", "001")]
    [InlineData("002", "002")]
    [InlineData("999", "999")]
    [InlineData("住民記録001", "住民記録001")]
    [InlineData("", "")]
    public void Code_IDs_have_three_digits_unless_they_name_another_list(string written, string read)
    {
        using var folder = new ImportFolder();
        folder.Import(SyntheticWorkbook.WithItems(SyntheticWorkbook.Item(code: written.Length == 0 ? null : written))).Items.Single().Code.Should().Be(read);
    }

    [Fact]
    public void The_list_is_found_wherever_it_stands()
    {
        using var folder = new ImportFolder();
        var near = folder.Import(SyntheticWorkbook.WithItems(SyntheticWorkbook.Item())).Items.Single();
        var far = folder.Import(new SyntheticWorkbook().Sheet("項目").Items(40, 30, SyntheticWorkbook.Item())).Items.Single();

        far.Should().Be(near with { Source = "項目!32" });
    }

    [Fact]
    public void Headers_may_be_half_width_broken_over_lines_and_spaced()
    {
        using var folder = new ImportFolder();
        var workbook = new SyntheticWorkbook().Sheet("項目").Row(1, 1, "ﾃﾞｰﾀ項目\nＩＤ", "データ　項目", "データ項目(ローマ字)", "ﾃﾞｰﾀ型", "桁 数")
            .Row(2, 1, "03100001", "氏名", "shimei", "Ｎ", "100");

        folder.Import(workbook).Items.Single().Name.Should().Be("氏名");
    }

    [Fact]
    public void A_second_header_row_is_recognised_without_merged_cells()
    {
        using var folder = new ImportFolder();
        var item = folder.Import(Good()).Items.Single();

        (item.Group, item.Level1, item.IsPrimaryKey).Should().Be(("基本情報", "LV1の値", false));
    }

    [Fact]
    public void A_cell_merged_over_several_rows_counts_for_each_of_them()
    {
        using var folder = new ImportFolder();
        var second = SyntheticWorkbook.Item(serial: "2", romaji: "b");
        second[4] = null;

        folder.Import(SyntheticWorkbook.WithItems(SyntheticWorkbook.Item(), second).Merge(4, 5, 5, 5)).Items.Select(item => item.Group).Should().Equal("基本情報", "基本情報");
    }

    [Fact]
    public void A_date_stored_as_a_number_is_written_as_a_date()
    {
        using var folder = new ImportFolder();
        var workbook = new SyntheticWorkbook().Sheet("項目").Row(1, 1, "データ項目ID", "データ項目", "データ項目（ローマ字）", "データ型", "桁数", "サンプル値")
            .Row(2, 1, "03100012", "生年月日", "seinengappi", "DATE", "10").Number(2, 6, 23559, SyntheticWorkbook.Date);

        folder.Import(workbook).Items.Single().Sample.Should().Be("1964-07-01");
    }

    [Fact]
    public void Marks_at_the_end_of_rows_and_tables_mean_nothing()
    {
        using var folder = new ImportFolder();
        var report = folder.Import(Good().Text(4, 17, "e").Row(5, 1, "e", null, "e", "e").Text(2, 20, "■\n■"));

        report.Items.Should().ContainSingle();
        report.NotUnderstood.Should().BeEmpty();
        report.Understood.Should().ContainSingle(tally => tally.As == "目印" && tally.Count == 5);
    }

    [Theory]
    [InlineData(4, 17, "Q4")]
    [InlineData(4, 30, "AD4")]
    [InlineData(6, 1, "A6")]
    [InlineData(9, 3, "C9")]
    [InlineData(2, 18, "R2")]
    public void A_cell_outside_every_known_column_is_listed(int row, int column, string cell)
    {
        using var folder = new ImportFolder();
        var report = folder.Import(Good().Text(row, column, "欄外の注意書き"));

        report.NotUnderstood.Should().ContainSingle().Which.Should().Match<Problem>(problem => problem.Code == "CF3030" && problem.Cell == "項目!" + cell);
    }

    [Fact]
    public void A_column_that_is_not_known_is_listed_with_its_header_and_its_cells()
    {
        using var folder = new ImportFolder();
        var report = folder.Import(new SyntheticWorkbook().Sheet("項目").Row(1, 1, "データ項目ID", "データ項目", "データ項目（ローマ字）", "データ型", "桁数", "改正案")
            .Row(2, 1, "03100001", "氏名", "shimei", "Ｎ", "100", "200"));

        report.NotUnderstood.Select(problem => problem.Cell).Should().Equal("項目!F1", "項目!F2");
    }

    [Fact]
    public void A_sentence_without_a_wording_of_ours_is_listed_and_not_copied()
    {
        using var folder = new ImportFolder();
        var report = folder.Import(SyntheticWorkbook.WithItems(SyntheticWorkbook.Item(notes: "・不詳日を許容する\n・半角カナは使わないこと")));

        report.Items.Single().Remarks.Should().Be("不詳日可");
        report.NotUnderstood.Should().ContainSingle().Which.Should().Match<Problem>(problem => problem.Code == "CF3031" && problem.Cell == "項目!O4" && problem.Fact.Contains("半角カナ"));
        report.Changes.Single().Content.Should().NotContain("半角カナ");
    }

    [Fact]
    public void A_reference_to_the_standard_without_a_function_ID_is_listed()
    {
        using var folder = new ImportFolder();
        var item = SyntheticWorkbook.Item();
        item[15] = "2.3.2節";

        folder.Import(SyntheticWorkbook.WithItems(item)).NotUnderstood.Should().ContainSingle().Which.Cell.Should().Be("項目!P4");
    }

    [Theory]
    [InlineData("条件付き必須", null)]
    [InlineData("任意", "※※氏名未定でない場合は出力必須")]
    public void A_condition_and_its_absence_that_contradict_the_data_output_condition_are_noted(string output, string? notes)
    {
        using var folder = new ImportFolder();
        folder.Import(SyntheticWorkbook.WithItems(SyntheticWorkbook.Item(output: output, notes: notes))).Notes.Should().ContainSingle().Which.Text.Should().Contain("※※");
    }

    [Fact]
    public void Hidden_rows_and_sheets_are_read_and_noted()
    {
        using var folder = new ImportFolder();
        var workbook = SyntheticWorkbook.WithItems(SyntheticWorkbook.Item(), SyntheticWorkbook.Item(serial: "2", romaji: "b")).HideRow(5)
            .Sheet("コード", hidden: true).Row(1, 1, "コードID", "コード名", "コード値", "コード値の内容").Row(2, 1, "1", "性別", "1", "男");
        var report = folder.Import(workbook);

        report.Items.Should().HaveCount(2);
        report.Codes.Should().ContainSingle();
        report.Notes.Select(note => (note.Sheet, note.Cell)).Should().Equal(("項目", "A5"), ("コード", ""));
    }

    [Fact]
    public void An_item_whose_code_no_list_has_is_noted()
    {
        using var folder = new ImportFolder();
        var workbook = SyntheticWorkbook.WithItems(SyntheticWorkbook.Item(code: "5"))
            .Sheet("コード").Row(1, 1, "コードID", "コード名", "コード値", "コード値の内容").Row(2, 1, "1", "性別", "1", "男");

        folder.Import(workbook).Notes.Should().ContainSingle().Which.Text.Should().Contain("005");
    }

    [Fact]
    public void A_sheet_with_a_hundred_thousand_empty_rows_is_read()
    {
        using var folder = new ImportFolder();
        var path = Good().Save(folder.Path);
        using (var archive = ZipFile.Open(path, ZipArchiveMode.Update))
        {
            var entry = archive.Entries.Single(part => part.FullName.Contains("worksheets/", StringComparison.Ordinal) && part.FullName.EndsWith(".xml", StringComparison.Ordinal));
            using var reader = new StreamReader(entry.Open());
            var text = new StringBuilder(reader.ReadToEnd());
            reader.Dispose();
            var rows = new StringBuilder();
            for (var row = 100; row < 100_100; row++)
            {
                rows.Append("<x:row r=\"").Append(row).Append("\" s=\"1\"/>");
            }

            var name = entry.FullName;
            entry.Delete();
            using var writer = new StreamWriter(archive.CreateEntry(name).Open());
            writer.Write(text.Replace("</x:sheetData>", rows + "</x:sheetData>"));
        }

        folder.Import(path).Items.Should().ContainSingle();
        Workbook.Read(path).Sheets[0].LastRow.Should().Be(4);
    }

    [Fact]
    public void A_dry_run_says_what_would_change_and_changes_nothing()
    {
        using var folder = new ImportFolder();
        folder.Import(Good(), dryRun: false).Changes.Should().ContainSingle().Which.Kind.Should().Be(FileChangeKind.Created);
        var file = Path.Combine(folder.Standard, "data-items.csv");
        var before = File.ReadAllText(file);

        var change = folder.Import(SyntheticWorkbook.WithItems(SyntheticWorkbook.Item(length: "120"))).Changes.Should().ContainSingle().Which;

        (change.Kind, change.Added.Count, change.Removed.Count).Should().Be((FileChangeKind.Changed, 1, 1));
        File.ReadAllText(file).Should().Be(before);
        folder.Import(Good()).Changes.Single().Kind.Should().Be(FileChangeKind.Unchanged);
    }

    private static SyntheticWorkbook Good() => SyntheticWorkbook.WithItems(SyntheticWorkbook.Item());
}
