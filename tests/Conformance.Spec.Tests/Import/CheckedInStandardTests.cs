using System.Text;
using Conformance.Spec.Csv;
using Conformance.Spec.Import;
using YamlDotNet.RepresentationModel;

namespace Conformance.Spec.Tests.Import;

/// <summary>The imported files as they are checked in; needs no official workbook.</summary>
public sealed class CheckedInStandardTests
{
    private static readonly string Interfaces = Path.Combine(OfficialFiles.Standard, "interfaces");

    [Fact]
    public void The_item_list_has_29_items_in_order_and_reads_back_to_the_same_bytes()
    {
        var text = File.ReadAllText(Path.Combine(OfficialFiles.Standard, "data-items.csv"));
        var problems = new List<Problem>();
        var items = ImportedItem.ReadAll(text, "data-items.csv", problems);

        problems.Should().BeEmpty();
        items.Select(item => item.Id).Should().Equal(Enumerable.Range(1, 29).Select(serial => $"031{serial:00000}"));
        ImportedItem.Format(items).Should().Be(text);
        items.Single(item => item.IsPrimaryKey).Name.Should().Be("宛名番号");
        items.Single(item => item.Id == "03100003").Condition.Should().Be("氏名未定でない");
        items.Single(item => item.Id == "03100012").Remarks.Should().Be("不詳日可");
        items.Where(item => item.Code.Length > 0).Select(item => (item.Name, item.Code)).Should()
            .Equal(("性別", "001"), ("独自施策システム等ID", "999"), ("代表宛名フラグ", "002"));
    }

    [Theory]
    [InlineData("data-items.csv")]
    [InlineData("codes.csv")]
    [InlineData("functions.csv")]
    [InlineData("interfaces/fuban-2.0.yaml")]
    public void Files_are_utf8_without_bom_with_lf(string file)
    {
        var bytes = File.ReadAllBytes(Path.Combine(OfficialFiles.Standard, file));

        bytes.Should().NotContain((byte)'\r');
        bytes.Take(3).Should().NotEqual(Encoding.UTF8.GetPreamble());
        bytes[^1].Should().Be((byte)'\n');
    }

    [Fact]
    public void The_item_list_and_the_interface_disagree_in_exactly_these_points()
    {
        var items = ImportedItem.ReadAll(File.ReadAllText(Path.Combine(OfficialFiles.Standard, "data-items.csv")), "data-items.csv", []);
        var differences = ItemDifferences.Between(items, Fuban());

        differences.Select(difference => $"{difference.Kind} {difference.InList}|{difference.InInterface}").Should().Equal(
            "Requirement 必須|条件付き必須",
            "Name 氏名_外国人アルファベット|氏名_外国人ローマ字",
            "Romaji shimei_gaikokujinarufuabetto|shimei_gaikokujinromaji",
            "Condition アルファベット表記での氏名を有する外国人住登外者|ローマ字表記での氏名を有する外国人住登外者",
            "Name 氏名_読み仮名|氏名_フリガナ",
            "Romaji shimei_yomigana|shimei_furigana",
            "Name 氏_日本人_読み仮名|氏_日本人_フリガナ",
            "Romaji uji_nihonjin_yomigana|uji_nihonjin_furigana",
            "Name 名_日本人_読み仮名|名_日本人_フリガナ",
            "Romaji na_nihonjin_yomigana|na_nihonjin_furigana",
            "Requirement 条件付き必須|任意",
            "Length 18|120",
            "Requirement 条件付き必須|任意",
            "Romaji dokujishisakushisutemunadoid|dokujishisakushisutemutoid",
            "Requirement 条件付き必須|任意",
            "OnlyInList daihyoatenafuragu|",
            "OnlyInInterface |shorikubun",
            "OnlyInInterface |shikuchosonkodo",
            "OnlyInInterface |tsusho",
            "OnlyInInterface |tsusho_furigana",
            "OnlyInInterface |tsusho_furiganakakuninjokyo",
            "OnlyInInterface |seinengappi_fushofuragu",
            "OnlyInInterface |shiteitoshi_gyoseikutokodo",
            "OnlyInInterface |jusho_kokumeikodo",
            "OnlyInInterface |jusho_kokumeito",
            "OnlyInInterface |jusho_kokugaijusho",
            "OnlyInInterface |nayosemotofuragu",
            "OnlyInInterface |tagyomusanshofukafuragu");
    }

    [Fact]
    public void The_request_has_40_parameters_of_which_seven_are_always_required()
    {
        var fuban = Fuban();

        fuban.Request.Should().HaveCount(40);
        fuban.Request.Where(field => field.IsRequired).Select(field => field.Name).Should()
            .Equal("shorikubun", "shikuchosonkodo", "nayosemotofuragu", "tagyomusanshofukafuragu", "sosashaid", "sosanengappi", "sosajikoku");
        fuban.Request.Where(field => field.Condition is { Values.Count: > 0 }).Select(field => (field.Name, field.Condition!.Item, string.Concat(field.Condition.Values), field.Condition.IsAssumed))
            .Should().Equal(("atenabango", "shorikubun", "12", false), ("nayosesakiatenabango", "nayosemotofuragu", "1", true));
        fuban.Errors.Select(error => error.Code).Should().Equal("E0001", "E0002", "E0003", "E0004");
        (fuban.Edition, fuban.Issued, fuban.Operation).Should().Be(("2.0", "令和5年3月", "Create"));
    }

    [Fact]
    public void The_answers_of_each_status_are_fixed_where_the_text_fixes_them()
    {
        var schemas = At(Load("fuban-2.0.yaml"), "components", "schemas");

        At(schemas, "Response200", "properties", "metadata", "properties", "detail", "enum").ToString().Should().Contain("登録が完了しました。");
        At(schemas, "Response400", "properties", "detail", "enum").ToString().Should().Contain("エラーが発生しました。");
        At(schemas, "Response401", "properties", "detail", "enum").ToString().Should().Contain("アクセストークンが無効です。");
        At(schemas, "Response503", "properties", "detail", "enum").ToString().Should().Contain("想定外のエラーが発生しました。");
        At(schemas, "Response200", "properties", "result", "items", "properties", "rirekibango", "maximum").ToString().Should().Be("999");
        ((YamlMappingNode)At(schemas, "Response200", "properties", "result", "items", "properties")).Children.Keys.Select(key => key.ToString()).Should()
            .Equal("shikuchosonkodo", "atenabango", "rirekibango", "sosashaid", "sosanengappi", "sosajikoku");
    }

    [Fact]
    public void Illustrative_interfaces_say_so_and_speak_of_the_same_items()
    {
        var official = Fuban().Request.ToDictionary(field => field.Name);
        var files = Directory.GetFiles(Interfaces, "*.yaml").Select(Path.GetFileName).Where(name => name != "fuban-2.0.yaml").Order(StringComparer.Ordinal).ToList();
        files.Should().Equal("hikitsugi.yaml", "ido.yaml", "jushin.yaml", "nayoserirekishokai.yaml", "nayoseshokai.yaml", "rirekishokai.yaml", "shokai.yaml");

        foreach (var file in files)
        {
            var root = Load(file!);
            At(root, "info", "x-status").ToString().Should().Be("illustrative", "of " + file);
            foreach (var (name, schema) in Properties(root).Where(property => official.ContainsKey(property.Name) && property.Name != "shorikubun"))
            {
                var field = official[name];
                At(schema, "title").ToString().Should().Be(field.Title, $"of {name} in {file}");
                At(schema, "maxLength").ToString().Should().Be(field.Length, $"of {name} in {file}");
                At(schema, "x-type").ToString().Should().Be(field.Type, $"of {name} in {file}");
                At(schema, "x-length").ToString().Should().Be(field.Length, $"of {name} in {file}");
            }
        }
    }

    [Fact]
    public void References_and_required_names_of_every_interface_resolve()
    {
        foreach (var file in Directory.GetFiles(Interfaces, "*.yaml"))
        {
            var root = Load(Path.GetFileName(file));
            foreach (var node in root.AllNodes.OfType<YamlMappingNode>())
            {
                if (node.Children.TryGetValue("$ref", out var reference))
                {
                    At(root, reference.ToString()[2..].Split('/')).Should().NotBeNull();
                }

                if (node.Children.TryGetValue("required", out var required) && required is YamlSequenceNode names && node.Children.TryGetValue("properties", out var properties))
                {
                    ((YamlMappingNode)properties).Children.Keys.Should().Contain(names.Children, "of " + file);
                }
            }
        }
    }

    [Fact]
    public void Every_function_of_section_2_3_2_is_listed_with_an_assumed_class()
    {
        var problems = new List<Problem>();
        var table = CsvTable.Parse(File.ReadAllText(Path.Combine(OfficialFiles.Standard, "functions.csv")), "functions.csv",
            ["機能ID", "大項目", "中項目", "機能名称", "要旨", "指定都市", "中核市", "一般市区町村", "区分の根拠", "適合基準日", "出典"], problems);

        problems.Should().BeEmpty();
        table.Rows.Select(row => row["機能ID"]).Should().Equal(
            "0310001", "0310002", "0310003", "0310004", "0310005", "0310006", "0310007", "0310008", "0310009", "0310022", "0310023", "0310024");
        table.Rows.Should().OnlyContain(row => row["区分の根拠"] == "推定" && row["指定都市"] == "◎" && row["中核市"] == "◎" && row["一般市区町村"] == "◎");
        table.Rows.Should().OnlyContain(row => row["要旨"].EndsWith('。') && row["出典"].Contains("2.3.2") && row["機能名称"].Length > 0 && row["適合基準日"].Length == 0);
    }

    private static ImportedInterface Fuban() => ImportedInterfaceFile.Read(File.ReadAllText(Path.Combine(Interfaces, "fuban-2.0.yaml")), "fuban-2.0.yaml");

    private static YamlMappingNode Load(string name)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(File.ReadAllText(Path.Combine(Interfaces, name))));
        return (YamlMappingNode)stream.Documents[0].RootNode;
    }

    private static YamlNode At(YamlNode node, params string[] path) => path.Aggregate(node, (at, key) => at[key]);

    private static IEnumerable<(string Name, YamlNode Schema)> Properties(YamlMappingNode root) =>
        root.AllNodes.OfType<YamlMappingNode>().Where(node => node.Children.ContainsKey("properties"))
            .SelectMany(node => ((YamlMappingNode)node["properties"]).Children).Select(entry => (entry.Key.ToString(), entry.Value));
}
