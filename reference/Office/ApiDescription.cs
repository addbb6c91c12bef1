using System.Text.Json.Nodes;
using Conformance.Reference.Office.Items;
using Conformance.Reference.Office.Operations;

namespace Conformance.Reference.Office;

/// <summary>What /openapi.json tells (OpenAPI 3.0.3).</summary>
internal static class ApiDescription
{
    public static JsonObject Of(string title, Glossary glossary, IEnumerable<Operation> operations, IEnumerable<(string Path, string Title, string Type)> fetched)
    {
        var paths = new JsonObject();
        foreach (var operation in operations)
        {
            paths[$"/api/{operation.Path}"] = new JsonObject
            {
                ["post"] = new JsonObject
                {
                    ["operationId"] = operation.Path,
                    ["summary"] = operation.Title,
                    ["requestBody"] = new JsonObject { ["content"] = Content(Request(operation.Fields)) },
                    ["responses"] = new JsonObject
                    {
                        ["200"] = Response("正常", Result(glossary, operation)),
                        ["400"] = Response("拒否", Errors()),
                        ["401"] = Response("アクセストークンが無効", Errors()),
                        ["403"] = Response("権限がない", Errors()),
                    },
                },
            };
        }

        foreach (var (path, name, type) in fetched.Prepend(("/api/chohyo/{chohyobango}", "帳票の取得", "application/pdf")))
        {
            paths[path] = new JsonObject { ["get"] = Fetching(path, name, type) };
        }

        return new JsonObject
        {
            ["openapi"] = "3.0.3",
            ["info"] = new JsonObject { ["title"] = title, ["version"] = "1.0.0" },
            ["paths"] = paths,
            ["components"] = new JsonObject
            {
                ["securitySchemes"] = new JsonObject { ["token"] = new JsonObject { ["type"] = "http", ["scheme"] = "bearer" } },
            },
            ["security"] = new JsonArray(new JsonObject { ["token"] = new JsonArray() }),
        };
    }

    private static JsonObject Fetching(string path, string title, string type) => new()
    {
        ["operationId"] = path.Trim('/').Replace('/', '-').Replace("{", "", StringComparison.Ordinal).Replace("}", "", StringComparison.Ordinal),
        ["summary"] = title,
        ["parameters"] = new JsonArray([.. path.Split('/').Where(part => part.StartsWith('{')).Select(part => (JsonNode)new JsonObject
        {
            ["name"] = part.Trim('{', '}'), ["in"] = "path", ["required"] = true, ["schema"] = new JsonObject { ["type"] = "string" },
        })]),
        ["responses"] = new JsonObject
        {
            ["200"] = new JsonObject { ["description"] = "正常", ["content"] = new JsonObject { [type] = new JsonObject() } },
            ["401"] = Response("アクセストークンが無効", Errors()),
            ["404"] = Response("該当するものがない", Errors()),
        },
    };

    private static JsonObject Request(IReadOnlyList<Field> fields)
    {
        var request = new JsonObject { ["type"] = "object", ["properties"] = Properties(fields) };
        if (fields.Any(field => field.Required))
        {
            request["required"] = new JsonArray([.. fields.Where(field => field.Required).Select(field => (JsonNode)field.Name)]);
        }

        return request;
    }

    private static JsonObject Properties(IEnumerable<Field> fields)
    {
        var properties = new JsonObject();
        foreach (var field in fields)
        {
            var schema = new JsonObject { ["type"] = "string", ["title"] = field.Label };
            if (field.Length > 0)
            {
                schema["maxLength"] = field.Length;
            }

            if (field.Choices.Count > 0)
            {
                schema["enum"] = new JsonArray([.. field.Choices.Select(choice => (JsonNode)choice.Code)]);
                schema["description"] = string.Join("、", field.Choices.Select(choice => $"{choice.Code}：{choice.Meaning}"));
            }

            properties[field.Name] = schema;
        }

        return properties;
    }

    private static JsonObject Result(Glossary glossary, Operation operation)
    {
        var given = operation.Gives.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(name => glossary.Find(name) ?? new Field(name, name, FieldKind.Text));
        return List("result", Properties(given.DistinctBy(field => field.Name)));
    }

    private static JsonObject Errors() => List("errors", Properties([new Field("code", "コード", FieldKind.Half), new Field("message", "内容", FieldKind.Text)]));

    private static JsonObject List(string member, JsonObject properties) => new()
    {
        ["type"] = "object",
        ["required"] = new JsonArray(member),
        ["properties"] = new JsonObject
        {
            [member] = new JsonObject { ["type"] = "array", ["items"] = new JsonObject { ["type"] = "object", ["properties"] = properties } },
        },
    };

    private static JsonObject Response(string words, JsonObject schema) => new() { ["description"] = words, ["content"] = Content(schema) };

    private static JsonObject Content(JsonObject schema) => new() { ["application/json"] = new JsonObject { ["schema"] = schema } };
}
