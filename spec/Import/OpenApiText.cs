using System.Globalization;

using Conformance.Spec.Import.Sheets;

namespace Conformance.Spec.Import;

/// <summary>
/// An interface as OpenAPI 3.0. What OpenAPI has no word for stands in extensions: <c>x-type</c> and <c>x-length</c> (as in the table),
/// <c>x-required-when</c> (the condition 「※※」), <c>x-codes</c> (what the values mean), <c>x-remarks</c> (rules of the notes, our words),
/// <c>x-default</c>, <c>x-source</c> (sheet and row), <c>x-errors</c>.
/// </summary>
internal static class OpenApiText
{
    public static string Of(ImportedInterface source, IEnumerable<(string File, string Sha256)> workbooks)
    {
        var scope = source.BusinessId.Length > 0 ? $"{source.BusinessId}:{source.CallName}:{source.Operation}" : $"{source.CallName}:{source.Operation}";
        var schemas = new YamlMap().Add("Request", Object(source.Request, source.Request));
        var responses = new YamlMap();
        foreach (var response in source.Responses)
        {
            var name = "Response" + response.Status.ToString(CultureInfo.InvariantCulture);
            schemas.Add(name, Object(response.Body.Members, source.Request));
            responses.Add(response.Status.ToString(CultureInfo.InvariantCulture), new YamlMap()
                .Add("description", response.Status == 200 ? "正常" : "エラー")
                .AddIf("x-response-id", response.Id)
                .Add("x-source", response.Source)
                .Add("content", new YamlMap().Add(MediaType(response.ContentType), new YamlMap().Add("schema", Reference(name)))));
        }

        var operation = new YamlMap()
            .Add("operationId", source.CallName.Split('/')[^1])
            .Add("x-call-name", source.CallName)
            .Add("x-operation", source.Operation)
            .AddIf("x-request-id", source.RequestId)
            .Add("x-source", source.Source);
        if (source.TimeoutSeconds > 0)
        {
            operation.Add("x-timeout", new YamlMap().Add("seconds", source.TimeoutSeconds).Add("basis", "目安"));
        }

        operation.Add("security", (IReadOnlyList<YamlMap>)[new YamlMap().Add("oauth2", (IReadOnlyList<string>)[scope])])
            .Add("requestBody", new YamlMap().Add("required", true).Add("content", new YamlMap().Add("application/json", new YamlMap().Add("schema", Reference("Request")))))
            .Add("responses", responses);

        var transport = source.Transport.Aggregate(new YamlMap(), (map, fact) => map.Add(fact.Key, fact.Value));
        return new YamlMap()
            .Add("openapi", "3.0.3")
            .Add("info", new YamlMap()
                .Add("title", source.Title)
                .Add("version", source.Edition)
                .Add("x-issued", source.Issued)
                .Add("x-status", "transcribed")
                .Add("x-transport", transport)
                .Add("x-workbooks", (IReadOnlyList<YamlMap>)[.. workbooks.Select(book => new YamlMap().Add("file", Path.GetFileName(book.File)).Add("sha256", book.Sha256))]))
            .Add("paths", new YamlMap().Add("/" + source.CallName, new YamlMap().Add(source.Method == "GET" ? "get" : "post", operation)))
            .Add("components", new YamlMap()
                .Add("schemas", schemas)
                .Add("securitySchemes", new YamlMap().Add("oauth2", new YamlMap()
                    .Add("type", "oauth2")
                    .Add("flows", new YamlMap().Add("clientCredentials", new YamlMap()
                        // The official text gives no address: it is the municipality's, and comes from the profile.
                        .Add("tokenUrl", "https://authorization-server.invalid/token")
                        .Add("scopes", new YamlMap().Add(scope, source.Title)))))))
            .Add("x-errors", (IReadOnlyList<YamlMap>)[.. source.Errors.Select(error => new YamlMap()
                .Add("code", error.Code)
                .AddIf("name", error.Name)
                .Add("message", error.Message)
                .AddIf("x-remarks", error.Remarks)
                .Add("x-source", error.Source))])
            .ToString();
    }

    private static string MediaType(string contentType) => contentType.Length == 0 ? "application/json" : contentType.Split(';')[0].Trim();

    private static YamlMap Reference(string schema) => new YamlMap().Add("$ref", "#/components/schemas/" + schema);

    private static YamlMap Object(IReadOnlyList<ImportedField> fields, IReadOnlyList<ImportedField> siblings)
    {
        var properties = new YamlMap();
        foreach (var field in fields)
        {
            properties.Add(field.Name, Schema(field, siblings));
        }

        return new YamlMap().Add("type", "object")
            .AddIf("required", fields.Where(field => field.IsRequired).Select(field => field.Name).ToList())
            .Add("properties", properties)
            .Add("additionalProperties", true);
    }

    private static YamlMap Schema(ImportedField field, IReadOnlyList<ImportedField> siblings)
    {
        var schema = new YamlMap().AddIf("title", field.Title);
        var type = Width.Fold(field.Type);
        if (type is "構造化" or "配列構造化")
        {
            schema.Add("type", type == "構造化" ? "object" : "array").Add("x-type", field.Type).AddIf("nullable", field.IsNullable).Add("x-source", field.Source);
            var inner = Object(field.Members, siblings);
            return type == "構造化" ? inner.AddIf("title", field.Title).Add("x-type", field.Type).AddIf("nullable", field.IsNullable).Add("x-source", field.Source)
                : schema.Add("items", inner);
        }

        Type(schema, type, field.Length);
        schema.AddIf("nullable", field.IsNullable)
            .AddIf("enum", field.Fixed.Length > 0 ? [field.Fixed] : field.Values.Select(value => value.Value).ToList())
            .Add("x-type", field.Type)
            .AddIf("x-length", int.TryParse(field.Length, NumberStyles.None, CultureInfo.InvariantCulture, out var length) ? length : field.Length)
            .AddIf("x-number", field.Number);
        if (field.Values.Any(value => value.Meaning.Length > 0))
        {
            schema.Add("x-codes", field.Values.Aggregate(new YamlMap(), (map, value) => map.Add(value.Value, value.Meaning)));
        }

        schema.AddIf("x-default", field.Default);
        if (field.Condition is { } condition)
        {
            var when = new YamlMap().Add("text", condition.Text);
            if (siblings.FirstOrDefault(sibling => sibling.Title == condition.Item) is { } decides)
            {
                when.Add("item", decides.Name).Add("in", condition.Values).AddIf("basis", condition.IsAssumed ? "assumed" : "");
            }

            schema.Add("x-required-when", when);
        }

        return schema.AddIf("x-remarks", field.Remarks)
            .AddIf("x-samples", field.Fixed.Length > 0 ? [] : field.Samples)
            .Add("x-source", field.Source);
    }

    private static void Type(YamlMap schema, string type, string length)
    {
        var isWhole = int.TryParse(length, NumberStyles.None, CultureInfo.InvariantCulture, out var characters);
        switch (type)
        {
            case "9" or "S9":
                schema.Add("type", "integer");
                if (isWhole && characters <= 9)
                {
                    var most = int.Parse(new string('9', characters), CultureInfo.InvariantCulture);
                    schema.Add("minimum", type == "9" ? 0 : -most).Add("maximum", most);
                }

                return;
            case "9V":
                schema.Add("type", "number");
                return;
            case "BLOB":
                schema.Add("type", "string").Add("format", "byte");
                return;
            case "DATE":
                schema.Add("type", "string").Add("pattern", "^[0-9]{4}-[0-9]{2}-[0-9]{2}$");
                break;
            case "TIME":
                schema.Add("type", "string").Add("pattern", "^[0-9]{2}:[0-9]{2}(:[0-9]{2})?$");
                break;
            case "YEAR":
                schema.Add("type", "string").Add("pattern", "^[0-9]{4}$");
                break;
            default:
                schema.Add("type", "string");
                break;
        }

        if (isWhole)
        {
            schema.Add("maxLength", characters);
        }
    }
}
