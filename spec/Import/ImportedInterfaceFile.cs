using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Conformance.Spec.Import;

/// <summary>Reads back what an import wrote about an interface, as far as items are compared: call, edition, request, error codes.</summary>
public static class ImportedInterfaceFile
{
    /// <param name="yaml">Text of <c>interfaces/*.yaml</c>.</param>
    /// <param name="file">Name to report problems under.</param>
    /// <exception cref="BadInputException">CF3023: no YAML, or no OpenAPI document with one call and a schema <c>Request</c>.</exception>
    public static ImportedInterface Read(string yaml, string file)
    {
        var stream = new YamlStream();
        try
        {
            stream.Load(new StringReader(yaml));
            var root = (YamlMappingNode)stream.Documents[0].RootNode;
            var call = Map(root, "paths").Children.Single();
            var operation = (YamlMappingNode)((YamlMappingNode)call.Value).Children.Single().Value;
            var request = Map(Map(Map(root, "components"), "schemas"), "Request");
            var required = Texts(request, "required").ToHashSet();
            return new ImportedInterface
            {
                Title = Text(Map(root, "info"), "title"),
                Edition = Text(Map(root, "info"), "version"),
                Issued = Text(Map(root, "info"), "x-issued"),
                CallName = call.Key.ToString().TrimStart('/'),
                Operation = Text(operation, "x-operation"),
                Request = [.. Map(request, "properties").Children.Select(entry => Field(entry.Key.ToString(), (YamlMappingNode)entry.Value, required))],
                Responses = [],
                Errors = [.. Maps(root, "x-errors").Select(error => new ImportedError(
                    Text(error, "code"), Text(error, "name"), Text(error, "message"), Text(error, "x-remarks"), Text(error, "x-source")))],
                Source = Text(operation, "x-source"),
            };
        }
        catch (YamlException exception)
        {
            throw Bad(file, (int)exception.Start.Line, (int)exception.Start.Column, exception.Message);
        }
        catch (Exception exception) when (exception is InvalidCastException or KeyNotFoundException or InvalidOperationException or ArgumentOutOfRangeException)
        {
            throw Bad(file, 0, 0, "The file is no OpenAPI document with one call and a schema Request.");
        }
    }

    private static BadInputException Bad(string file, int line, int column, string fact) =>
        new(new Problem("CF3023", file, line, column, fact, "Import the API specification again."));

    private static ImportedField Field(string name, YamlMappingNode schema, HashSet<string> required) => new()
    {
        Number = Text(schema, "x-number"),
        Name = name,
        Title = Text(schema, "title"),
        Type = Text(schema, "x-type"),
        Length = Text(schema, "x-length"),
        IsRequired = required.Contains(name),
        Condition = schema.Children.TryGetValue("x-required-when", out var when) && when is YamlMappingNode condition
            ? new RequiredCondition(Text(condition, "text"), Text(condition, "item"), [.. Texts(condition, "in")], Text(condition, "basis") == "assumed") : null,
        Values = [.. Texts(schema, "enum").Select(value => (value, ""))],
        Samples = [.. Texts(schema, "x-samples")],
        Remarks = [.. Texts(schema, "x-remarks")],
        Default = Text(schema, "x-default"),
        Source = Text(schema, "x-source"),
    };

    private static YamlMappingNode Map(YamlMappingNode node, string key) => (YamlMappingNode)node.Children[key];

    private static string Text(YamlMappingNode node, string key) =>
        node.Children.TryGetValue(key, out var value) && value is YamlScalarNode scalar ? scalar.Value ?? "" : "";

    private static IEnumerable<string> Texts(YamlMappingNode node, string key) =>
        node.Children.TryGetValue(key, out var value) && value is YamlSequenceNode list ? list.Select(item => item.ToString()) : [];

    private static IEnumerable<YamlMappingNode> Maps(YamlMappingNode node, string key) =>
        node.Children.TryGetValue(key, out var value) && value is YamlSequenceNode list ? list.OfType<YamlMappingNode>() : [];
}
