using System.IO.Compression;
using System.Text;
using Conformance.Drivers;
using Conformance.Spec;
using Conformance.Steps.Outputs;

namespace Conformance.Steps.Tests.Outputs;

public sealed class OutputReaderTests : IDisposable
{
    private static readonly DataGroup[] s_groups = [Group("申込"), Group("申込履歴")];

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("conformance-output-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void The_files_of_a_group_are_told_by_the_longest_name_of_a_group_that_they_hold_and_counted_together()
    {
        File("申込_1.csv", "bango,shimei\r\n1,甲\r\n2,乙\r\n");
        File("申込_2.csv", "bango,shimei\n3,丙\n");
        File("申込履歴.csv", "bango,shimei\n1,甲\n");
        File("件数.txt", "3");

        var put = Read("2");

        put.Group("申込").Rows.Should().Be(3);
        put.Group("申込").Kept.Should().ContainSingle().Which.Values.Should().Equal(new Dictionary<string, string> { ["bango"] = "2", ["shimei"] = "乙" });
        put.Group("申込履歴").Rows.Should().Be(1);
        put.Others.Should().Equal("件数.txt");
        put.Summary().Should().Contain("乙").And.NotContain("丙", "records of others are counted and not shown");
    }

    [Fact]
    public void The_profile_may_name_them()
    {
        File("MOSHIKOMI_20260401.csv", "bango,shimei\n1,甲\n");

        Read(new Dictionary<string, string> { ["申込"] = "MOSHIKOMI_*" }).Group("申込").Rows.Should().Be(1);
        Read(new Dictionary<string, string>()).Group("申込").Files.Should().BeEmpty();
    }

    [Fact]
    public void Files_may_come_in_one_zip()
    {
        using (var zip = ZipFile.Open(Path.Combine(_folder.FullName, "all.zip"), ZipArchiveMode.Create))
        {
            foreach (var name in new[] { "out/申込.csv", "out/申込履歴.csv" })
            {
                using var writer = new StreamWriter(zip.CreateEntry(name).Open());
                writer.Write("bango,shimei\n1,甲\n");
            }
        }

        Read("1").Groups.Should().OnlyContain(group => group.Rows == 1 && group.Kept.Count == 1);
    }

    [Fact]
    public void What_is_no_UTF8_or_no_CSV_is_told_with_its_place()
    {
        System.IO.File.WriteAllText(Path.Combine(_folder.FullName, "申込.csv"), "bango,shimei\n1,甲\n", Encoding.Unicode);
        File("申込履歴.csv", "bango,shimei\n1,甲,余り\n2\n\"3,丙");

        Read("1").Group("申込").Unreadable.Should().ContainSingle().Which.Should().Contain("UTF-8 でない");
        Read("1").Group("申込履歴").Unreadable.Should().Equal("申込履歴.csv 2 行目: 3 列（見出しは 2 列）", "申込履歴.csv 3 行目: 1 列（見出しは 2 列）", "申込履歴.csv 4 行目: 引用符が閉じていない");
    }

    [Fact]
    public void An_empty_file_has_no_header_and_a_header_alone_is_a_group_without_records()
    {
        File("申込.csv", "");
        File("申込履歴.csv", "bango,shimei\n");

        Read("1").Group("申込").Misplaced.Should().ContainSingle().Which.Should().Contain("見出しもない");
        Read("1").Group("申込履歴").Should().Match<OutputGroup>(group => group.Rows == 0 && group.Files.Count == 1 && group.Misplaced.Count == 0);
    }

    private PutOut Read(params string[] wanted) => Read(new Dictionary<string, string>(), wanted);

    private PutOut Read(Dictionary<string, string> names, params string[] wanted) => new OutputReader(s_groups, names)
        .Read([.. _folder.GetFiles().OrderBy(file => file.Name, StringComparer.Ordinal).Select(file => PutOutFile.At(file.FullName))], ["bango"], wanted.ToHashSet(), TestContext.Current.CancellationToken);

    private void File(string name, string text) => System.IO.File.WriteAllText(Path.Combine(_folder.FullName, name), text);

    private static DataGroup Group(string name) => new(name, [Item("番号", "bango", name, true), Item("氏名", "shimei", name, false)]);

    private static DataItem Item(string name, string romaji, string group, bool key) => new($"{group}-{romaji}", name, romaji, group, "X", "10", "", "必須", "", "例示") { IsKey = key };
}
