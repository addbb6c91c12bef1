using Conformance.Spec.Csv;
using FsCheck;
using FsCheck.Fluent;

namespace Conformance.Spec.Tests.Csv;

public sealed class CsvRecordsTests
{
    [Fact]
    public void Quotes_may_stand_around_every_cell_and_lines_may_end_either_way()
    {
        Cells("\"a\",\"b,\"\"c\"\"\"\r\n\"x\ny\",\r\n").Should().BeEquivalentTo(new[] { new[] { "a", "b,\"c\"" }, ["x\ny", ""] }, options => options.WithStrictOrdering());
        Cells("a,b\n1,2").Should().BeEquivalentTo(new[] { new[] { "a", "b" }, ["1", "2"] }, options => options.WithStrictOrdering());
    }

    [Fact]
    public void A_record_knows_the_line_on_which_it_starts_and_whether_its_quotes_end() =>
        CsvRecords.Read(new StringReader("a\n\"1\n2\"\nb\n\"open")).Select(record => (record.Line, record.Closed)).Should().Equal((1, true), (2, true), (4, true), (5, false));

    [Fact]
    public void No_more_is_read_than_is_asked_for()
    {
        var endless = new Endless();
        CsvRecords.Read(endless).Take(3).Should().HaveCount(3);
        endless.Given.Should().BeLessThan(20);
    }

    [Fact]
    public void What_is_written_as_CSV_is_read_back() => Prop.ForAll(
        Gen.Elements("", "a", "氏名", "\"", ",", "\n", "\r\n", "𠮷", "葛\U000E0100").ListOf().Select(string.Concat).ArrayOf().Where(cells => cells.Length > 1).ArrayOf().ToArbitrary(),
        rows => Cells(CsvTable.Format(["x", "y"], rows)).Skip(1).Select(cells => string.Join('|', cells)).SequenceEqual(rows.Select(cells => string.Join('|', cells)))).QuickCheckThrowOnFailure();

    private static List<IReadOnlyList<string>> Cells(string text) => [.. CsvRecords.Read(new StringReader(text)).Select(record => record.Cells)];

    private sealed class Endless : TextReader
    {
        public int Given { get; private set; }

        public override int Read() => "1,2\n"[Given++ % 4];

        public override int Peek() => "1,2\n"[Given % 4];
    }
}
