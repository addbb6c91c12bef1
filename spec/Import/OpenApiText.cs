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
        var schemas = new YamlDraft().Add("Request", Object(source.Request, source.Request));
        var responses = new YamlDraft();
        foreach (var response in source.Responses)
        {
            var name = "Response" + response.Status.ToString(CultureInfo.InvariantCulture);
            schemas.Add(name, Object(response.Body.Members, source.Request));
            responses.Add(response.Status.ToString(CultureInfo.InvariantCulture), new YamlDraft()
                .Add("description", response.Status == 200 ? "正常" : "エラー")
                .AddIf("x-response-id", response.Id)
                .Add("x-source", response.Source)
                .Add("content", new YamlDraft().Add(MediaType(response.ContentType), new YamlDraft().Add("schema", Reference(name)))));
        }

        var operation = new YamlDraft()
            .Add("operationId", source.CallName.Split('/')[^1])
            .Add("x-call-name", source.CallName)
            .Add("x-operation", source.Operation)
            .AddIf("x-request-id", source.RequestId)
            .Add("x-source", source.Source);
        if (source.TimeoutSeconds > 0)
        {
            operation.Add("x-timeout", new YamlDraft().Add("seconds", source.TimeoutSeconds).Add("basis", "目安"));
        }

        operation.Add("security", (IReadOnlyList<YamlDraft>)[new YamlDraft().Add("oauth2", (IReadOnlyList<string>)[scope])])
            .Add("requestBody", new YamlDraft().Add("required", true).Add("content", new YamlDraft().Add("application/json", new YamlDraft().Add("schema", Reference("Request")))))
            .Add("responses", responses);

        var transport = source.Transport.Aggregate(new YamlDraft(), (map, fact) => map.Add(fact.Key, fact.Value));
        return new YamlDraft()
            .Add("openapi", "3.0.3")
            .Add("info", new YamlDraft()
                .Add("title", source.Title)
                .Add("version", source.Edition)
                .Add("x-issued", source.Issued)
                .Add("x-status", "transcribed")
                .Add("x-transport", transport)
                .Add("x-workbooks", (IReadOnlyList<YamlDraft>)[.. workbooks.Select(book => new YamlDraft().Add("file", Path.GetFileName(book.File)).Add("sha256", book.Sha256))]))
            .Add("paths", new YamlDraft().Add("/" + source.CallName, new YamlDraft().Add(source.Method == "GET" ? "get" : "post", operation)))
            .Add("components", new YamlDraft()
                .Add("schemas", schemas)
                .Add("securitySchemes", new YamlDraft().Add("oauth2", new YamlDraft()
                    .Add("type", "oauth2")
                    .Add("flows", new YamlDraft().Add("clientCredentials", new YamlDraft()
                        // The official text gives no address: it is the municipality's, and comes from the profile.
                        .Add("tokenUrl", "https://authorization-server.invalid/token")
                        .Add("scopes", new YamlDraft().Add(scope, source.Title)))))))
            .Add("x-errors", (IReadOnlyList<YamlDraft>)[.. source.Errors.Select(error => new YamlDraft()
                .Add("code", error.Code)
                .AddIf("name", error.Name)
                .Add("message", error.Message)
                .AddIf("x-remarks", error.Remarks)
                .Add("x-source", error.Source))])
            .ToString();
    }

    private static string MediaType(string contentType) => contentType.Length == 0 ? "application/json" : contentType.Split(';')[0].Trim();

    private static YamlDraft Reference(string schema) => new YamlDraft().Add("$ref", "#/components/schemas/" + schema);

    private static YamlDraft Object(IReadOnlyList<ImportedField> fields, IReadOnlyList<ImportedField> siblings)
    {
        var properties = new YamlDraft();
        foreach (var field in fields)
        {
            properties.Add(field.Name, Schema(field, siblings));
        }

        return new YamlDraft().Add("type", "object")
            .AddIf("required", fields.Where(field => field.IsRequired).Select(field => field.Name).ToList())
            .Add("properties", properties)
            .Add("additionalProperties", true);
    }

    private static YamlDraft Schema(ImportedField field, IReadOnlyList<ImportedField> siblings)
    {
        var schema = new YamlDraft().AddIf("title", field.Title);
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
            schema.Add("x-codes", field.Values.Aggregate(new YamlDraft(), (map, value) => map.Add(value.Value, value.Meaning)));
        }

        schema.AddIf("x-default", field.Default);
        if (field.Condition is { } condition)
        {
            var when = new YamlDraft().Add("text", condition.Text);
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

    private static void Type(YamlDraft schema, string type, string length)
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
