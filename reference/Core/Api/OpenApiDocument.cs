using System.Text.Json.Nodes;
using Conformance.Reference.Core.Items;

namespace Conformance.Reference.Core.Api;

/// <summary>What /openapi.json tells (OpenAPI 3.0.3).</summary>
internal static class OpenApiDocument
{
    public static JsonObject Of(IEnumerable<Operation> operations)
    {
        var paths = new JsonObject();
        foreach (var operation in operations)
        {
            paths[$"/api/{operation.Path}"] = new JsonObject { ["post"] = Post(operation) };
        }

        return new JsonObject
        {
            ["openapi"] = "3.0.3",
            ["info"] = new JsonObject { ["title"] = "健康管理（業務ID 019、架空）", ["version"] = "1.0.0" },
            ["paths"] = paths,
            ["components"] = new JsonObject
            {
                ["securitySchemes"] = new JsonObject
                {
                    ["token"] = new JsonObject { ["type"] = "http", ["scheme"] = "bearer" },
                },
                ["schemas"] = new JsonObject { ["result"] = Result(), ["errors"] = Errors() },
            },
            ["security"] = new JsonArray(new JsonObject { ["token"] = new JsonArray() }),
        };
    }

    private static JsonObject Post(Operation operation) => new()
    {
        ["operationId"] = operation.Path,
        ["summary"] = operation.Summary,
        ["requestBody"] = new JsonObject { ["required"] = true, ["content"] = Content(Request(operation)) },
        ["responses"] = new JsonObject
        {
            ["200"] = Response("正常", "result"),
            ["400"] = Response("入力又は住登外者宛名番号管理機能による拒否", "errors"),
            ["401"] = Response("アクセストークンが無効", "errors"),
            ["503"] = Response("住登外者宛名番号管理機能を利用できない", "errors"),
        },
    };

    private static JsonObject Request(Operation operation)
    {
        var properties = new JsonObject();
        foreach (var (name, meaning, _) in operation.Members.Append(("sosashaid", "操作者ID", false)))
        {
            properties[name] = Text(meaning, null);
        }

        foreach (var item in operation.Items ? PersonItems.All.Append(PersonItems.MunicipalityCode) : [])
        {
            properties[item.Name] = Text(item.Label, item.Length);
        }

        var request = new JsonObject { ["type"] = "object", ["properties"] = properties };
        if (operation.Members.Where(member => member.Required).Select(member => (JsonNode)member.Name).ToArray() is { Length: > 0 } required)
        {
            request["required"] = new JsonArray(required);
        }

        return request;
    }

    private static JsonObject Text(string title, int? length)
    {
        var schema = new JsonObject { ["type"] = "string", ["title"] = title, ["nullable"] = true };
        if (length is not null)
        {
            schema["maxLength"] = length;
        }

        return schema;
    }

    private static JsonObject Response(string words, string schema) => new()
    {
        ["description"] = words,
        ["content"] = Content(new JsonObject { ["$ref"] = $"#/components/schemas/{schema}" }),
    };

    private static JsonObject Content(JsonObject schema) => new() { ["application/json"] = new JsonObject { ["schema"] = schema } };

    private static JsonObject Result() => List("result", new JsonObject { ["type"] = "object", ["required"] = new JsonArray("atenabango") });

    private static JsonObject Errors() => List("errors", new JsonObject
    {
        ["type"] = "object",
        ["required"] = new JsonArray("code", "message"),
        ["properties"] = new JsonObject
        {
            ["code"] = new JsonObject { ["type"] = "string" },
            ["message"] = new JsonObject { ["type"] = "string" },
        },
    });

    private static JsonObject List(string member, JsonObject element) => new()
    {
        ["type"] = "object",
        ["required"] = new JsonArray(member),
        ["properties"] = new JsonObject { [member] = new JsonObject { ["type"] = "array", ["items"] = element } },
    };
}
