using Conformance.Spec.Csv;
using FsCheck;
using FsCheck.Fluent;

namespace Conformance.Spec.Tests.Csv;

public sealed class CsvTableTests
{
    private static readonly Config s_config = Config.QuickThrowOnFailure.WithMaxTest(1000).WithReplay(31, 2023);

    [Fact]
    public void What_is_written_is_read_back_cell_by_cell()
    {
        var cell = Gen.Elements('"', ',', '\n', '\r', ' ', 'a', '甲', '\uFEFF', '\t', '０', '\uD842', '\uDFB7').ListOf().Select(characters => string.Concat(characters));
        var row = Gen.Choose(2, 5).SelectMany(width => cell.ArrayOf(width).ListOf().Select(rows => (Width: width, Rows: rows.ToList())));
        Check.One(s_config, Prop.ForAll(row.ToArbitrary(), table =>
        {
            var header = Enumerable.Range(1, table.Width).Select(i => $"列{i}").ToList();
            var problems = new List<Problem>();
            var read = CsvTable.Parse(CsvTable.Format(header, table.Rows), "t.csv", header, problems);
            return problems.Count == 0
                && read.Header.SequenceEqual(header)
                && read.Rows.Count == table.Rows.Count
                && read.Rows.Zip(table.Rows).All(pair => header.Select(name => pair.First[name]).SequenceEqual(pair.Second));
        }));
    }

    [Fact]
    public void No_text_whatever_makes_the_reader_fail() =>
        Check.One(s_config, Prop.ForAll(Gen.Elements('"', ',', '\n', '\r', 'a', '甲').ListOf().Select(characters => string.Concat(characters)).ToArbitrary(), text =>
        {
            CsvTable.Parse(text, "t.csv", ["a"], new List<Problem>());
            return true;
        }));

    [Fact]
    public void A_quoted_line_break_at_the_end_of_a_row_belongs_to_the_cell()
    {
        var (table, problems) = Read("a,b\n1,\"2\r\"\r\n3,4\r\n");

        problems.Should().BeEmpty();
        table.Rows.Select(row => row["b"]).Should().Equal("2\r", "4");
    }

    [Fact]
    public void Rows_keep_the_line_they_start_on_even_after_cells_of_several_lines()
    {
        var (table, problems) = Read("a,b\n1,\"two\nlines\"\n\n5,6\n");

        problems.Should().BeEmpty();
        table.Rows.Select(row => row.Line).Should().Equal(2, 5);
    }

    [Fact]
    public void A_byte_order_mark_is_no_part_of_the_first_column() =>
        Read("\uFEFFa,b\n1,2\n").Problems.Should().BeEmpty();

    [Fact]
    public void An_empty_file_is_CF1101() =>
        Only(Read("").Problems).Should().Match<Problem>(problem => problem.Code == "CF1101" && problem.Line == 1 && problem.Remedy.Contains("a, b"));

    [Fact]
    public void Every_missing_column_is_CF1102_by_name() =>
        Read("c,d\n1,2\n").Problems.Select(problem => (problem.Code, problem.Line, problem.Fact)).Should().Equal(
            ("CF1102", 1, "The column 「a」 is missing."), ("CF1102", 1, "The column 「b」 is missing."));

    [Fact]
    public void A_column_that_occurs_twice_is_CF1103() =>
        Only(Read("a,b,a\n1,2,3\n").Problems).Should().Match<Problem>(problem => problem.Code == "CF1103" && problem.Line == 1 && problem.Fact.Contains("「a」 occurs 2 times"));

    [Fact]
    public void A_row_of_another_width_is_CF1104_at_its_line_and_the_others_are_still_read()
    {
        var (table, problems) = Read("a,b\n1,2\n3\n4,5,6\n7,8\n");

        problems.Select(problem => (problem.Code, problem.Line)).Should().Equal(("CF1104", 3), ("CF1104", 4));
        table.Rows.Select(row => row["a"]).Should().Equal("1", "7");
    }

    [Fact]
    public void A_quote_that_never_ends_is_CF1105_at_the_line_where_its_row_begins() =>
        Read("a,b\n1,2\n3,\"open\nstill\n").Problems.Should().ContainSingle(problem => problem.Code == "CF1105").Which.Line.Should().Be(3);

    [Fact]
    public void All_problems_of_a_file_come_at_once() =>
        Read("a,c,c\n1\n2,\"x\n").Problems.Select(problem => problem.Code).Should().BeEquivalentTo("CF1102", "CF1103", "CF1104", "CF1104", "CF1105");

    private static (CsvTable Table, List<Problem> Problems) Read(string text)
    {
        var problems = new List<Problem>();
        return (CsvTable.Parse(text, "t.csv", ["a", "b"], problems), problems);
    }

    private static Problem Only(IReadOnlyCollection<Problem> problems) => problems.Should().ContainSingle().Which;
}
