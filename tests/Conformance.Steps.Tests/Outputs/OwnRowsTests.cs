using Conformance.Fixtures;
using Conformance.Spec;
using Conformance.Steps.Outputs;
using Conformance.Steps.People;

namespace Conformance.Steps.Tests.Outputs;

public sealed class OwnRowsTests
{
    private static readonly DataGroup s_log = new("記録", [Item("記録番号", "kiroku") with { IsKey = true }, Item("番号", "bango"), Item("氏名", "shimei")]);

    [Fact]
    public void A_record_of_a_group_whose_key_nobody_knows_is_whose_its_number_says()
    {
        var own = new OwnRows([s_log], ["番号", "受付番号"], ["氏名", "生年月日"]);

        own.Finds.Should().BeEquivalentTo("kiroku", "bango", "shimei");
        own.Wanted([Somebody]).Should().BeEquivalentTo("N1", "甲野　花子", "1990-01-01");
        own.Of(Somebody, s_log, Put(("1", "N1"), ("2", "N2"), ("3", "N1"))).Select(row => row["kiroku"]).Should().Equal("1", "3");
    }

    [Fact]
    public void A_known_key_tells_them_before_the_number_does()
    {
        var somebody = Somebody;
        somebody.Know("記録番号", "3");

        new OwnRows([s_log], ["番号"], []).Of(somebody, s_log, Put(("1", "N1"), ("3", "N1"))).Select(row => row["kiroku"]).Should().Equal("3");
    }

    [Fact]
    public void Without_key_number_and_two_telling_items_nothing_is_anybodys() =>
        new OwnRows([s_log], [], ["氏名", "生年月日"]).Of(Somebody, s_log, Put(("1", "N1"))).Should().BeEmpty();

    private static Citizen Somebody => new("甲", new Person("s", "甲", [], new Dictionary<string, string> { ["番号"] = "N1", ["氏名"] = "甲野　花子", ["生年月日"] = "1990-01-01" }));

    private static OutputGroup Put(params (string Serial, string Number)[] rows) =>
        new("記録", ["記録.csv"], rows.Length, [.. rows.Select(row => new OutputRow("記録.csv", new Dictionary<string, string> { ["kiroku"] = row.Serial, ["bango"] = row.Number }))], [], []);

    private static DataItem Item(string name, string romaji) => new(name, name, romaji, "記録", "X", "", "", "任意", "", "例示");
}
