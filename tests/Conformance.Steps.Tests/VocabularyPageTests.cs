using System.Reflection;
using System.Text;
using Conformance.Gherkin;
using Conformance.Steps.Vocabulary;

namespace Conformance.Steps.Tests;

/// <summary>docs/vocabulary.md lists the sentences that the step classes understand; it is written from their attributes.</summary>
public sealed class VocabularyPageTests
{
    private const string Begin = "<!-- sentences -->\n";

    private static readonly (Type Class, string Title)[] Chapters =
    [
        (typeof(PeopleSteps), "人の準備"),
        (typeof(ExchangeSteps), "対象への働きかけ"),
        (typeof(AnswerSteps), "答えそのもの"),
        (typeof(NumberSteps), "付いた番号"),
        (typeof(InquirySteps), "照会で見つかる人"),
        (typeof(StoredSteps), "登録された内容と履歴"),
        (typeof(LinkSteps), "名寄せ"),
        (typeof(CoreSteps), "標準準拠システムが対象のとき"),
        (typeof(CaseSteps), "内容をもつやりとり"),
        (typeof(ReadingSteps), "対象が示すもの"),
        (typeof(DocumentSteps), "帳票"),
        (typeof(PortalSteps), "マイナポータル"),
        (typeof(AccountSteps), "公金受取口座と、対象が送るもの"),
        (typeof(ResidentFeedSteps), "住民記録から届くもの"),
        (typeof(FileSteps), "ファイル連携"),
        (typeof(OutputSteps), "データ出力"),
        (typeof(ClockSteps), "対象の時計"),
        (typeof(AbsenceSteps), "あってはならない機能"),
    ];

    /// <summary>What stands in the place of a value, by the name of the parameter that takes it.</summary>
    private static readonly Dictionary<string, string> Words = new(StringComparer.Ordinal)
    {
        ["alias"] = "甲", ["source"] = "乙", ["main"] = "甲", ["twin"] = "乙", ["near"] = "乙", ["first"] = "甲", ["second"] = "乙",
        ["exchange"] = "やりとり", ["operation"] = "やりとり", ["item"] = "項目", ["without"] = "項目", ["value"] = "値", ["codes"] = "エラーコード",
        ["traits"] = "特徴", ["word"] = "申請者", ["procedure"] = "認定請求", ["state"] = "受付", ["label"] = "項目", ["wanted"] = "値", ["items"] = "項目、項目",
        ["other"] = "乙", ["otherItem"] = "項目", ["period"] = "一時解除", ["date"] = "2027-03-31", ["name"] = "児童2の出生", ["text"] = "2027-03-31", ["feed"] = "支援措置対象者情報", ["earlier"] = "設定", ["later"] = "解除", ["groupName"] = "グループ", ["states"] = "受付、支給決定", ["linkage"] = "連携ID", ["words"] = "言葉", ["length"] = "15", ["count"] = "5", ["operator"] = "1",
    };

    [Fact]
    public void The_page_lists_every_sentence_that_steps_understand()
    {
        var path = Path.Combine(Root(), "docs", "vocabulary.md");
        var page = File.ReadAllText(path);
        var at = page.IndexOf(Begin, StringComparison.Ordinal);
        at.Should().BePositive("docs/vocabulary.md has to keep the line {0}", Begin.Trim());
        var wanted = page[..(at + Begin.Length)] + Sentences();
        if (Environment.GetEnvironmentVariable("CONFORMANCE_WRITE_PAGES") == "1")
        {
            File.WriteAllText(path, wanted);
            page = wanted;
        }

        page.Should().Be(wanted, "the sentences are written from the step classes; run this test with CONFORMANCE_WRITE_PAGES=1 to write them again");
    }

    [Fact]
    public void Every_step_class_has_a_chapter() => typeof(PeopleSteps).Assembly.GetTypes()
        .Where(type => type.GetCustomAttribute<BindingAttribute>() is not null && type.GetMethods().Any(method => method.GetCustomAttributes<StepAttribute>().Any()))
        .Should().BeEquivalentTo(Chapters.Select(chapter => chapter.Class));

    private static string Sentences()
    {
        var text = new StringBuilder();
        foreach (var (type, title) in Chapters)
        {
            text.Append($"\n## {title}\n\n| | 文 |\n|---|---|\n");
            foreach (var method in type.GetMethods().OrderBy(method => method.MetadataToken))
            {
                foreach (var step in method.GetCustomAttributes<StepAttribute>().OrderBy(step => step.Expression, StringComparer.Ordinal))
                {
                    var table = method.GetParameters().Any(parameter => parameter.ParameterType == typeof(DataTable)) ? "（表を添える）" : "";
                    text.Append($"| {Keyword(step)} | {Sentence.Of(step.Expression!, method, Words)}{table} |\n");
                }
            }
        }

        return text.ToString();
    }

    private static string Keyword(StepAttribute step) => step switch { GivenAttribute => "前提", WhenAttribute => "もし", ThenAttribute => "ならば", _ => "＊" };

    private static string Root()
    {
        for (var folder = AppContext.BaseDirectory; folder is not null; folder = Path.GetDirectoryName(folder))
        {
            if (File.Exists(Path.Combine(folder, "Conformance.sln")))
            {
                return folder;
            }
        }

        throw new DirectoryNotFoundException("No folder above the tests holds Conformance.sln.");
    }

    /// <summary>
    /// A regular expression of the step classes as a sentence: a captured text becomes the word of its parameter, a choice ｛｜｝,
    /// what may be left out ［］. Knows the constructs that the step classes use, and refuses others.
    /// </summary>
    private sealed class Sentence(string expression, Queue<ParameterInfo> parameters, IReadOnlyDictionary<string, string> words)
    {
        private const string Blame = "^(?:機能|手順)「[^」]+」（(?:公式|推定|曖昧|例示)）: ";
        private int at;

        private bool IsReadToItsEnd => at == expression.Length;

        public static string Of(string expression, MethodInfo method, IReadOnlyDictionary<string, string> words)
        {
            var body = expression.StartsWith(Blame, StringComparison.Ordinal) ? expression[Blame.Length..] : expression.TrimStart('^');
            var sentence = new Sentence(body.TrimEnd('$'), new Queue<ParameterInfo>(method.GetParameters()), words);
            var read = sentence.Alternatives();
            sentence.IsReadToItsEnd.Should().BeTrue("{0} has no part that is left over", expression);
            return read;
        }

        private string Alternatives()
        {
            var options = new List<string> { Sequence() };
            while (at < expression.Length && expression[at] == '|')
            {
                at++;
                options.Add(Sequence());
            }

            return options.Count == 1 ? options[0] : "｛" + string.Join('｜', options) + "｝";
        }

        private string Sequence()
        {
            var text = new StringBuilder();
            while (at < expression.Length && expression[at] is not (')' or '|'))
            {
                text.Append(expression[at] switch
                {
                    '(' => Group(),
                    '[' or '\\' => AnyText("項目"),
                    '.' or '*' or '+' or '?' or '{' => throw new NotSupportedException($"「{expression[at]}」 in {expression}"),
                    _ => expression[at++].ToString(),
                });
            }

            return text.ToString();
        }

        private string Group()
        {
            if (string.CompareOrdinal(expression, at, "(?!", 0, 3) == 0)
            {
                at = expression.IndexOf(')', at) + 1;
                return "";
            }

            var captures = string.CompareOrdinal(expression, at, "(?:", 0, 3) != 0;
            at += captures ? 1 : 3;
            string inside;
            if (captures)
            {
                var parameter = parameters.Dequeue();
                inside = expression[at] is '[' or '\\'
                    ? AnyText(words.TryGetValue(parameter.Name!, out var word) ? word : throw new KeyNotFoundException($"Give the parameter 「{parameter.Name}」 of {parameter.Member.Name} a word."))
                    : Alternatives();
            }
            else
            {
                inside = Alternatives();
            }

            at++;
            if (at < expression.Length && expression[at] == '?')
            {
                at++;
                return $"［{inside}］";
            }

            return inside;
        }

        /// <summary>[^」]+ , [^」]* , \d , \d+ , \d{4} , and several of them in a row.</summary>
        private string AnyText(string word)
        {
            while (at < expression.Length && (expression[at] is '[' or '\\' or '{' or '-'))
            {
                at = expression[at] switch { '[' => expression.IndexOf(']', at) + 1, '{' => expression.IndexOf('}', at) + 1, '-' => at + 1, _ => at + 2 };
                if (at < expression.Length && expression[at] is '+' or '*')
                {
                    at++;
                }
            }

            return word;
        }
    }
}
