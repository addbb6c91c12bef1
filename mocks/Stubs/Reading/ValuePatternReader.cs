using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.XPath;

namespace Conformance.Mocks;

/// <summary>Reads one match operation: <c>{"equalTo": "x"}</c>, <c>{"and": [ … ]}</c>, …</summary>
internal static class ValuePatternReader
{
    private static readonly string[] Operations =
    [
        "equalTo", "binaryEqualTo", "equalToJson", "equalToXml", "matchesJsonPath", "matchesXPath", "contains", "doesNotContain",
        "matches", "doesNotMatch", "absent", "and", "or", "not", "anything", "hasExactly", "includes",
    ];

    public static ValuePattern Read(JsonNode? node, string pointer, List<StubProblem> problems)
    {
        var json = StubObject.Of(node, pointer, problems);
        if (node is not JsonObject)
        {
            return new AnythingPattern();
        }

        var operation = Array.Find(Operations, json.Json.ContainsKey);
        if (operation is null)
        {
            json.Problem(null, $"{json.Json.ToJsonString()} is no match operation.", $"Use one of: {string.Join(' ', Operations)}.");
            return new AnythingPattern();
        }

        var pattern = Read(json, operation);
        json.RefuseUnknown($"A match operation '{operation}'");
        return pattern;
    }

    /// <returns>Null, and a problem, where the expression is none.</returns>
    public static Regex? Expression(string text, string pointer, List<StubProblem> problems)
    {
        try
        {
            return new Regex($@"\A(?:{text})\z", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
        }
        catch (ArgumentException broken)
        {
            problems.Add(new StubProblem(pointer, $"'{text}' is no regular expression: {broken.Message}", "Correct it; the syntax is that of .NET, which is nearly that of Java."));
            return null;
        }
    }

    private static ValuePattern Read(StubObject json, string operation)
    {
        switch (operation)
        {
            case "equalTo":
                return new EqualToPattern(json.Text(operation) ?? "", json.Flag("caseInsensitive") ?? false);
            case "binaryEqualTo":
                return Binary(json, operation);
            case "contains":
                return new ContainsPattern(json.Text(operation) ?? "");
            case "doesNotContain":
                return new NotPattern(new ContainsPattern(json.Text(operation) ?? ""));
            case "matches":
                return Matching(json, operation);
            case "doesNotMatch":
                return new NotPattern(Matching(json, operation));
            case "absent":
                json.Node(operation);
                return new AbsentPattern();
            case "anything":
                json.Node(operation);
                return new AnythingPattern();
            case "equalToJson":
                return Json(json, operation);
            case "equalToXml":
                return Xml(json, operation);
            case "matchesJsonPath":
                return Inner(json, operation, JsonPath);
            case "matchesXPath":
                return Inner(json, operation, (expression, inner, pointer) => XPath(json, expression, inner, pointer));
            case "not":
                return new NotPattern(Read(json.Node(operation), json.At(operation), json.Problems));
            case "and":
                return new AndPattern(Several(json, operation));
            case "or":
                return new OrPattern(Several(json, operation));
            default:
                return new SeveralPattern(Several(json, operation), operation == "hasExactly");
        }
    }

    private static List<ValuePattern> Several(StubObject json, string operation)
    {
        var parts = json.List(operation);
        if (parts.Count == 0)
        {
            json.Problem(operation, $"'{operation}' has no operations.", "List one or more.");
        }

        return parts.Count == 0 ? [new AnythingPattern()] : [.. parts.Select(part => Read(part.Node, part.Pointer, json.Problems))];
    }

    private static ValuePattern Matching(StubObject json, string operation) =>
        Expression(json.Text(operation) ?? "", json.At(operation), json.Problems) is { } whole ? new RegexPattern(whole) : new AnythingPattern();

    private static ValuePattern Binary(StubObject json, string operation)
    {
        try
        {
            return new BinaryEqualToPattern(Convert.FromBase64String(json.Text(operation) ?? ""));
        }
        catch (FormatException)
        {
            json.Problem(operation, "The value is not Base64.", "Write the expected bytes in Base64.");
            return new AnythingPattern();
        }
    }

    private static ValuePattern Json(StubObject json, string operation)
    {
        var node = json.Node(operation);
        try
        {
            // Given as JSON, or as JSON in a text.
            var expected = node is JsonValue value && value.GetValueKind() == JsonValueKind.String ? StubText.Parse(value.GetValue<string>()) : node?.DeepClone();
            return new EqualToJsonPattern(expected, json.Flag("ignoreArrayOrder") ?? false, json.Flag("ignoreExtraElements") ?? false);
        }
        catch (JsonException broken)
        {
            var (line, column, fact) = StubText.Describe(broken);
            json.Problem(operation, $"The text is not JSON (line {line}, column {column} of it): {fact}", "Correct the text, or write the JSON without quotes.");
            return new AnythingPattern();
        }
    }

    private static ValuePattern Xml(StubObject json, string operation)
    {
        foreach (var option in new[] { "placeholderOpeningDelimiterRegex", "placeholderClosingDelimiterRegex", "exemptedComparisons", "ignoreOrderOfSameNode", "namespaceAwareness" })
        {
            if (json.Json.ContainsKey(option) && json.Has(option) && option != "namespaceAwareness")
            {
                json.Problem(option, $"'{option}' is not played here.", "Leave it out; white space, comments and the order of attributes never count.");
            }
        }

        var placeholders = json.Flag("enablePlaceholders") ?? false;
        if (XmlBody.Parse(json.Text(operation)) is { } expected)
        {
            return new EqualToXmlPattern(expected, placeholders);
        }

        json.Problem(operation, "The text is not XML.", "Correct it.");
        return new AnythingPattern();
    }

    /// <summary>An expression as text, or an object with the expression and a match operation for what it leads to.</summary>
    private static ValuePattern Inner(StubObject json, string operation, Func<string, (ValuePattern? Inner, List<StubProblem> Problems), string, ValuePattern> make)
    {
        if (json.Node(operation) is not JsonObject)
        {
            return make(json.Text(operation) ?? "", (null, json.Problems), json.At(operation));
        }

        var parts = json.Object(operation)!;
        var expression = parts.Text("expression");
        if (expression is null)
        {
            parts.Problem(null, "The expression is missing.", "Write {\"expression\": \"…\", \"equalTo\": \"…\"}.");
        }

        var rest = new JsonObject(parts.Json.Where(member => member.Key != "expression").Select(member => KeyValuePair.Create(member.Key, member.Value?.DeepClone())));
        return make(expression ?? "$", (Read(rest, json.At(operation), json.Problems), json.Problems), json.At(operation));
    }

    private static JsonPathPattern JsonPath(string expression, (ValuePattern? Inner, List<StubProblem> Problems) rest, string pointer)
    {
        try
        {
            // Read once, so that a broken expression is told now.
            _ = new Newtonsoft.Json.Linq.JObject().SelectTokens(expression).ToList();
        }
        catch (Newtonsoft.Json.JsonException broken)
        {
            rest.Problems.Add(new StubProblem(pointer, $"'{expression}' is no JSONPath: {broken.Message}", "Correct it."));
        }

        return new JsonPathPattern(expression, rest.Inner);
    }

    private static ValuePattern XPath(StubObject json, string expression, (ValuePattern? Inner, List<StubProblem> Problems) rest, string pointer)
    {
        var names = new XmlNamespaceManager(new NameTable());
        foreach (var (prefix, uri, _) in json.Object("xPathNamespaces")?.Members() ?? [])
        {
            names.AddNamespace(prefix, uri is JsonValue value ? StubObject.Scalar(value) : "");
        }

        try
        {
            return new XPathPattern(XPathExpression.Compile(expression, names), names, rest.Inner);
        }
        catch (XPathException broken)
        {
            rest.Problems.Add(new StubProblem(pointer, $"'{expression}' is no XPath: {broken.Message}", "Correct it."));
            return new AnythingPattern();
        }
    }
}
