using System.Text.Json.Nodes;

namespace Conformance.Reference.Atena;

/// <summary>The OpenAPI 3.0 description that the product offers at <c>/openapi.json</c>.</summary>
internal static class ApiDescription
{
    /// <summary>The whole document.</summary>
    public static JsonObject Create()
    {
        var paths = new JsonObject();
        foreach (var asked in Interface.All)
        {
            paths[asked.Path] = new JsonObject
            {
                ["post"] = new JsonObject
                {
                    ["summary"] = asked.Title,
                    ["description"] = asked.What,
                    ["operationId"] = asked.Path[(asked.Path.LastIndexOf('/') + 1)..],
                    ["security"] = new JsonArray(new JsonObject { ["bearer"] = new JsonArray() }),
                    ["requestBody"] = new JsonObject { ["required"] = true, ["content"] = Content(Request(asked)) },
                    ["responses"] = new JsonObject
                    {
                        ["200"] = Response("正常", Success(asked)),
                        ["400"] = Response("パラメータのエラー", Failure(withErrors: true)),
                        ["401"] = Response("アクセストークンが無効", Failure(withErrors: false)),
                        ["503"] = Response("想定外のエラー", Failure(withErrors: false)),
                    },
                },
            };
        }

        return new JsonObject
        {
            ["openapi"] = "3.0.3",
            ["info"] = new JsonObject { ["title"] = "住登外者宛名番号管理機能", ["version"] = "1.4.2" },
            ["paths"] = paths,
            ["components"] = new JsonObject
            {
                ["securitySchemes"] = new JsonObject { ["bearer"] = new JsonObject { ["type"] = "http", ["scheme"] = "bearer" } },
            },
        };
    }

    private static JsonObject Request(Interface asked)
    {
        if (asked == Interface.Inquiry)
        {
            var condition = Object(["komoku", "chi"], ("komoku", Text()), ("chi", Text()), ("itchi", Choice("kanzen", "bubun")));
            return Object([Items.Business.Name, "joken"], (Items.Business.Name, Of(Items.Business)), ("joken", Array(condition)));
        }

        if (asked == Interface.Numbering)
        {
            return OfItems(Items.Stored.Prepend(Items.Process));
        }

        if (asked == Interface.Inheritance)
        {
            return OfItems(Items.Stored.Select(item => item == Items.Number ? item with { Required = true } : item));
        }

        if (asked == Interface.Notice)
        {
            var notice = OfItems(Items.Stored.Select(item =>
                item with { Required = item == Items.Municipality || item == Items.Number || Items.Operation.Contains(item) }));
            notice["properties"]![Items.Process.Name] = Choice("henko", "sakujo", "nayose", "nayosekaijo");
            notice["required"]!.AsArray().Add(Items.Process.Name);
            return notice;
        }

        return asked == Interface.BeginEdit || asked == Interface.EndEdit
            ? Object([Items.Number.Name, Items.Operator.Name], (Items.Number.Name, Of(Items.Number)), (Items.Operator.Name, Of(Items.Operator)))
            : Object([Items.Number.Name], (Items.Number.Name, Of(Items.Number)));
    }

    private static JsonObject Success(Interface asked)
    {
        var history = ("rirekibango", new JsonObject { ["type"] = "integer", ["minimum"] = 1, ["maximum"] = 999 });
        JsonObject line;
        if (asked == Interface.Numbering)
        {
            Item[] echoed = [Items.Municipality, Items.Number, .. Items.Operation];
            line = Object([.. echoed.Select(item => item.Name), "rirekibango"], [.. echoed.Select(item => (item.Name, Of(item))), history]);
        }
        else if (asked == Interface.Inquiry || asked == Interface.History)
        {
            line = Object(
                [Items.Number.Name, "rirekibango"],
                [.. Items.Stored.Select(item => (item.Name, Text())), history, ("sakujofuragu", Choice("0", "1")), ("rirekikubun", Text())]);
        }
        else if (asked == Interface.Links || asked == Interface.LinkHistory)
        {
            Item[] shown = asked == Interface.Links
                ? [Items.Number, Items.LinkedTo, Items.LinkedFlag]
                : [Items.Number, Items.LinkedTo, .. Items.Operation];
            line = Object([Items.Number.Name, Items.LinkedTo.Name], [.. shown.Select(item => (item.Name, Text())), ("rirekikubun", Text())]);
        }
        else
        {
            line = Object([Items.Number.Name, "rirekibango"], (Items.Number.Name, Of(Items.Number)), history);
        }

        var metadata = Object(["title", "detail"], ("title", Text()), ("detail", Text()));
        return Object(["metadata", "_links", "result"], ("metadata", metadata), ("_links", Links()), ("result", Array(line)));
    }

    private static JsonObject Failure(bool withErrors)
    {
        var error = Object(["code", "message"], ("code", Choice("E0001", "E0002", "E0003", "E0004")), ("message", Text()));
        return withErrors
            ? Object(["title", "detail", "_links", "errors"], ("title", Text()), ("detail", Text()), ("_links", Links()), ("errors", Array(error)))
            : Object(["title", "detail", "_links"], ("title", Text()), ("detail", Text()), ("_links", Links()));
    }

    private static JsonObject Links() => Object(["self"], ("self", Object(["href"], ("href", Text()))));

    private static JsonObject OfItems(IEnumerable<Item> items)
    {
        var list = items.ToList();
        return Object([.. list.Where(item => item.Required).Select(item => item.Name)], [.. list.Select(item => (item.Name, Of(item)))]);
    }

    // Characters of the class Ｎ may take two UTF-16 units and selectors, so only half-width items state a length.
    private static JsonObject Of(Item item)
    {
        var schema = item.Codes.Count > 0 ? Choice([.. item.Codes.Select(code => code.Value)]) : Text();
        schema["title"] = item.Label;
        if (item.Type == ItemType.HalfWidth && item.Codes.Count == 0)
        {
            schema["maxLength"] = item.Length;
        }

        return schema;
    }

    private static JsonObject Text() => new() { ["type"] = "string" };

    private static JsonObject Choice(params string[] values) =>
        new() { ["type"] = "string", ["enum"] = new JsonArray([.. values.Select(value => JsonValue.Create(value))]) };

    private static JsonObject Array(JsonObject of) => new() { ["type"] = "array", ["items"] = of };

    private static JsonObject Object(string[] required, params (string Name, JsonObject Schema)[] properties)
    {
        var all = new JsonObject();
        foreach (var (name, schema) in properties)
        {
            all[name] = schema;
        }

        return new JsonObject
        {
            ["type"] = "object",
            ["required"] = new JsonArray([.. required.Select(name => JsonValue.Create(name))]),
            ["properties"] = all,
        };
    }

    private static JsonObject Content(JsonObject schema) => new() { ["application/json"] = new JsonObject { ["schema"] = schema } };

    private static JsonObject Response(string description, JsonObject schema) => new() { ["description"] = description, ["content"] = Content(schema) };
}
