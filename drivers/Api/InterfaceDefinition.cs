using Conformance.Drivers.Profiles;
using Newtonsoft.Json.Linq;

namespace Conformance.Drivers.Api;

/// <summary>One operation of an interface that the standard describes.</summary>
public sealed record InterfaceDefinition
{
    /// <summary>The operation's ID, else method and path.</summary>
    public required string Id { get; init; }

    /// <summary>GET, POST, …</summary>
    public required string Method { get; init; }

    /// <summary>Relative to the base of the product.</summary>
    public required string Path { get; init; }

    /// <summary>OAuth scope; empty where the document names none.</summary>
    public string Scope { get; init; } = "";

    /// <summary>Fields of the request.</summary>
    public IReadOnlyList<InterfaceField> Fields { get; init; } = [];

    /// <summary>Fields of one record of the answer.</summary>
    public IReadOnlyList<InterfaceField> Answers { get; init; } = [];

    /// <summary>How search conditions are written; null where the operation takes none.</summary>
    public ConditionLayout? Conditions { get; init; }

    /// <summary>JSONPath of the records of an answer.</summary>
    public string Records { get; init; } = "$.result[*]";

    /// <summary>HTTP status (<c>200</c>, <c>4XX</c>, <c>default</c>) to the schema of its JSON body; null where the document gives none.</summary>
    public IReadOnlyDictionary<string, JObject?> Responses { get; init; } = new Dictionary<string, JObject?>();

    /// <summary>The document, in which <c>$ref</c> is looked up.</summary>
    public JObject Document { get; init; } = [];

    /// <summary>Whether the layout is an expectation. One that is illustrative is only a way to talk to the product.</summary>
    public bool Binding { get; init; } = true;
}

/// <param name="Item">Item name as the standard prints it (<c>title</c>).</param>
/// <param name="Field">Name of the member or parameter.</param>
/// <param name="Type">JSON type: string, integer, number, boolean, object, array.</param>
public sealed record InterfaceField(string Item, string Field, string Type);
