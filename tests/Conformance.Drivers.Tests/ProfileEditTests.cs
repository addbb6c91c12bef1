using Conformance.Drivers.Profiles;
using FsCheck;
using FsCheck.Fluent;

namespace Conformance.Drivers.Tests;

public sealed class ProfileEditTests
{
    private static readonly Gen<string> Names = Gen.Elements("登録", "住登外者 > 検索", "検索結果(3件)", "no", "'引用'", "a: b # c", "{括弧}", "行　全角", "- x", "100", "\"q\"", "~", "&a", "*b", "氏名_フリガナ");

    private static readonly Gen<string?> Perhaps = Gen.OneOf(Gen.Constant<string?>(null), Names.Select(name => (string?)name));

    private static readonly string[] Surroundings =
    [
        "ui:\n  base: http://a.test/\n",
        "ui:\n  base: http://a.test/",
        "ui:\r\n    base: http://a.test/   # 尾\r\n    # 終わり\r\n\r\n# 末尾\r\n",
        "# 頭\nui:\n  base: http://a.test/\n  変更:\n    steps:\n    - &s {open: A, press: B}\n    - *s\n    # 中\n  照会: &q {open: C,\n    press: D}\n  別: *q   # 別名\n\nsee: {deadline: 5 s}\n",
        "ui: {base: http://a.test/, 照会: {open: A}}\nwaits: {}\n",
        "ui: {base: http://a.test/,}\n",
    ];

    [Fact]
    public void What_is_written_is_read_back_as_the_same_and_the_rest_stays_byte_for_byte() => Prop.ForAll(
        (from text in Gen.Elements(Surroundings) from exchange in Exchanges() select (text, exchange)).ToArbitrary(),
        pair =>
        {
            var edited = ProfileEdit.With(pair.text, pair.exchange, ["なぜ: そう # か", "二行目"])!;
            var added = edited.Length - pair.text.Length;
            var same = edited.Zip(pair.text).TakeWhile(both => both.First == both.Second).Count();
            (Written(Read(edited).Exchanges["付番"]) == Written(pair.exchange)).Should().BeTrue(edited);
            (Read(edited).Exchanges.Count == Read(pair.text).Exchanges.Count + 1).Should().BeTrue();
            Enumerable.Range(0, same + 1).Any(at => at + added <= edited.Length && edited.Remove(at, added) == pair.text).Should().BeTrue("only something is put in between:\n" + edited);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void What_is_there_is_replaced_and_its_neighbours_and_their_comments_stay()
    {
        const string Text = "ui:\n  base: http://a.test/\n  # 前\n  付番:\n    open: A\n    # 中\n    press: B   # 尾\n\n  # 後\n  照会: {open: C}\n";

        var edited = ProfileEdit.With(Text, new UiExchange { Name = "付番", At = default, Steps = [new UiStep { At = default, Open = "Z", FillConditions = true, Fill = new UiFill(null) }] }, ["記録"]);

        edited.Should().Be("ui:\n  base: http://a.test/\n  # 前\n  # 記録\n  付番:\n    open: Z\n\n  # 後\n  照会: {open: C}\n");
    }

    [Theory]
    [InlineData("api: {base: http://a.test/}\n")]
    [InlineData("ui:\n")]
    [InlineData("ui: [1]\n")]
    [InlineData("ui: {base: http://a.test/, 付番: {open: A}}\n")]
    [InlineData("ui: {base: http://a.test/ # 括弧の前の注\n}\n")]
    [InlineData("ui: {")]
    [InlineData("ui:\n  base: x\n  付番: &a {open: A}\n  照会: *a\n")]
    public void Where_it_cannot_be_put_without_touching_the_rest_nothing_is_written(string text) =>
        ProfileEdit.With(text, new UiExchange { Name = "付番", At = default, Steps = [new UiStep { At = default, Open = "Z", FillConditions = true, Fill = new UiFill(null) }] }, []).Should().BeNull();

    private static Gen<UiExchange> Exchanges() =>
        from steps in Steps().NonEmptyListOf()
        from one in Gen.Elements(true, false)
        from items in Gen.Zip(Names, Perhaps).ListOf()
        from codes in Names.ListOf()
        from match in Perhaps
        from exact in Names
        from read in Gen.ArrayOf(Perhaps, 8)
        from shown in Gen.Zip(Names, Names).ListOf()
        select new UiExchange
        {
            Name = "付番",
            At = default,
            Steps = one || steps.Count == 1 ? [steps[0] with { FillConditions = true }] : [.. steps],
            Items = items.DistinctBy(item => item.Item1).ToDictionary(item => item.Item1, item => (string?)item.Item2),
            As = codes.Count == 0 ? [] : new Dictionary<string, ShownAs> { ["性別"] = new ShownAs.Codes(codes.Distinct().Index().ToDictionary(code => $"{code.Index}", code => code.Item)), ["生年月日"] = ShownAs.Named["和暦"] },
            Conditions = match is null ? new UiConditions() : new UiConditions { Match = match, Exact = exact, Partial = "含む" },
            Read = new UiRead { Role = read[0], Text = read[1], Table = read[2], Detail = read[3], Record = read[4], Back = read[5], Next = read[6], None = read[7], Items = shown.DistinctBy(item => item.Item1).ToDictionary(item => item.Item1, item => item.Item2) },
        };

    private static Gen<UiStep> Steps() =>
        from open in Perhaps
        from table in Perhaps
        from row in Names.NonEmptyListOf()
        from fill in Gen.Elements(0, 1, 2)
        from set in Gen.Zip(Names, Names).ListOf()
        from press in Perhaps
        from confirm in Perhaps
        from absent in Gen.Elements(true, false)
        from conditions in Gen.Elements(true, false)
        select new UiStep
        {
            At = default,
            Open = open,
            In = table,
            Row = table is null ? [] : [.. row],
            Fill = fill == 0 ? null : new UiFill(fill == 1 ? null : [.. row]),
            FillConditions = conditions,
            Set = set.DistinctBy(pair => pair.Item1).ToDictionary(pair => pair.Item1, pair => pair.Item2),
            Press = press,
            Confirm = confirm,
            AbsentIsRefusal = absent,
        };

    private static UiProfile Read(string text) => ProfileLoader.Parse(Frame(text), "a.profile.yaml").Ui!;

    // The parts that every profile has, behind what is under test.
    private static string Frame(string text) => text.TrimEnd() + "\n" + """
        product: {name: 製品, version: '1', vendor: 会社}
        standard: '031'
        edition: '2.1'
        roles: [役割]
        class: 一般市区町村
        environment: {kind: test, owner: 係, settings: read-only}
        declares: {functions: [], reason: なし}
        """;

    // Records compare lists by reference.
    private static string Written(UiExchange exchange) => System.Text.Json.JsonSerializer.Serialize(new
    {
        Steps = exchange.Steps.Select(step => step with { At = default }),
        exchange.Items,
        As = exchange.As.Select(pair => (pair.Key, pair.Value is ShownAs.Codes codes ? string.Join(",", codes.Texts) : pair.Value.ToString())).Select(pair => $"{pair.Key}={pair.Item2}"),
        exchange.Conditions,
        exchange.Read,
    });
}
