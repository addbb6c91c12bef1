using System.Diagnostics.CodeAnalysis;
using System.Numerics;

namespace Conformance.Gherkin;

/// <summary>
/// The parameter types that expressions may name: Cucumber's own, those for Japanese text, and those that step classes declare.
/// Not safe for use by several threads while types are added.
/// </summary>
public sealed class ParameterTypes
{
    private const string Integer = @"-?\d+";
    private const string Float = @"(?=.*\d.*)[-+]?\d*(?:\.(?=\d.*))?\d*(?:\d+[E][+-]?\d+)?";

    internal const string ClockTime = @"\d{1,2}[:：]\d{2}(?:[:：]\d{2})?|\d{1,2}時(?!間)(?:\d{1,2}分(?:\d{1,2}秒)?|半)?";

    // At least one part, the larger before the smaller: 1日, 2時間30分, 90秒.
    private const string JapaneseSpan = @"(?=\d)(?:\d+日間?)?(?:\d+時間)?(?:\d+分間?)?(?:\d+秒間?)?(?<=[日間分秒])";

    // Text in Japanese quotes may hold one more pair: 「「甲」の住所」.
    private const string Quoted = """
        "([^"\\]*(?:\\.[^"\\]*)*)"|'([^'\\]*(?:\\.[^'\\]*)*)'|「((?:[^「」]|「[^「」]*」)*)」
        """;

    private readonly Dictionary<string, ParameterType> _types = new(StringComparer.Ordinal);

    public ParameterTypes()
    {
        BuiltIn("", typeof(string), [".*"], snippets: false);
        BuiltIn("int", typeof(int), [Integer, @"\d+"]);
        BuiltIn("float", typeof(float), [Float]);
        BuiltIn("word", typeof(string), [@"[^\s]+"], snippets: false);
        BuiltIn("string", typeof(string), [Quoted], unwrap: Unquote);
        BuiltIn("double", typeof(double), [Float], snippets: false);
        BuiltIn("bigdecimal", typeof(string), [Float], snippets: false);
        BuiltIn("decimal", typeof(decimal), [Float], snippets: false);
        BuiltIn("byte", typeof(byte), [Integer, @"\d+"], snippets: false);
        BuiltIn("short", typeof(short), [Integer, @"\d+"], snippets: false);
        BuiltIn("long", typeof(long), [Integer, @"\d+"], snippets: false);
        BuiltIn("biginteger", typeof(BigInteger), [Integer, @"\d+"], snippets: false);

        BuiltIn("日付", typeof(DateOnly), [JapaneseDate.Pattern]);
        BuiltIn("時刻", typeof(TimeOnly), [ClockTime]);
        BuiltIn("期間", typeof(TimeSpan), [JapaneseSpan]);
        BuiltIn("金額", typeof(decimal), [@"[-－]?[\d,，]+(?:[.．]\d+)?円"]);
        foreach (var (name, type) in new (string, Type)[]
        {
            ("DateOnly", typeof(DateOnly)), ("TimeOnly", typeof(TimeOnly)), ("TimeSpan", typeof(TimeSpan)),
            ("DateTime", typeof(DateTime)), ("DateTimeOffset", typeof(DateTimeOffset)), ("Guid", typeof(Guid)),
            ("Int32", typeof(int)), ("Int64", typeof(long)), ("Decimal", typeof(decimal)), ("Double", typeof(double)),
            ("Boolean", typeof(bool)), ("bool", typeof(bool)),
        })
        {
            BuiltIn(name, type, [".*"], snippets: false);
        }
    }

    /// <summary>All types, in the order in which they were added.</summary>
    public IReadOnlyCollection<ParameterType> All => _types.Values;

    /// <summary>Adds a type; one of the same name is replaced only if it came with the runtime.</summary>
    /// <returns>False if a step class already declared the name.</returns>
    public bool TryAdd(ParameterType type)
    {
        ArgumentNullException.ThrowIfNull(type);
        if (_types.TryGetValue(type.Name, out var present) && !present.IsBuiltIn)
        {
            return false;
        }

        _types[type.Name] = type;
        return true;
    }

    public bool TryGet(string name, [MaybeNullWhen(false)] out ParameterType type) => _types.TryGetValue(name, out type);

    private void BuiltIn(
        string name, Type type, IReadOnlyList<string> patterns, bool snippets = true, Func<IReadOnlyList<string?>, string?>? unwrap = null)
    {
        var parameterType = new ParameterType { Name = name, Type = type, Patterns = patterns, UseForSnippets = snippets, IsBuiltIn = true };
        _types.Add(name, unwrap is null ? parameterType : parameterType with { Unwrap = unwrap });
    }

    // Only ASCII quotes have escapes; what 「」 enclose is taken as it is.
    private static string? Unquote(IReadOnlyList<string?> groups) => groups is [var twice, var once, var japanese]
        ? japanese ?? (twice ?? once ?? "").Replace("\\\"", "\"", StringComparison.Ordinal).Replace("\\'", "'", StringComparison.Ordinal)
        : groups[0];
}
