using Conformance.Drivers.Profiles;
using Conformance.Drivers.Ui;

namespace Conformance.Drivers.Api;

/// <summary>One exchange on the API, ready to be called: what the profile says, completed by the standard's interface.</summary>
internal sealed class ApiOperation
{
    private readonly Dictionary<string, InterfaceField> _fields = [];
    private readonly Dictionary<string, string> _items = [];
    private readonly IReadOnlyDictionary<string, string> _vocabulary;

    /// <param name="vocabulary">Item name to field name, for everything that neither the profile nor the interface names.</param>
    public ApiOperation(ApiProfile api, ApiExchange exchange, InterfaceDefinition? definition, IReadOnlyDictionary<string, string> vocabulary, string standard)
    {
        Exchange = exchange;
        Definition = exchange.Standard ? definition : null;
        _vocabulary = vocabulary;
        Method = exchange.Method ?? Definition!.Method;
        Path = exchange.Path ?? Definition!.Path;
        Records = exchange.Read.Records ?? Definition?.Records ?? "$.result[*]";
        Conditions = exchange.Conditions ?? Definition?.Conditions ?? new ConditionLayout();
        Scope = exchange.Scope
            ?? api.Auth.Scopes.GetValueOrDefault(exchange.Name)
            ?? (Definition is { Scope.Length: > 0 } ? Definition.Scope : $"{standard}:{Path.Trim('/')}:{Verb(Method)}");

        foreach (var (item, field) in vocabulary)
        {
            _items.TryAdd(field, item);
        }

        // Names and types of the standard also serve an exchange that the profile lays out itself.
        foreach (var field in (definition?.Fields ?? []).Concat(definition?.Answers ?? []))
        {
            _fields.TryAdd(field.Item, field);
            _items[field.Field] = field.Item;
        }

        // The types of the fields are known from the standard's interface also where the profile renames them.
        foreach (var (item, field) in api.Items.Concat(exchange.Items))
        {
            var type = _fields.TryGetValue(item, out var known) ? known.Type : "string";
            _fields[item] = new InterfaceField(item, field, type);
            _items[field] = item;
            if (api.OwnNamesOnly)
            {
                // What another edition calls it is not read here: an answer in that edition's layout is the wrong one.
                _items.Where(known => known.Value == item && known.Key != field).Select(known => known.Key).ToList().ForEach(other => _items.Remove(other));
            }
        }

        foreach (var (item, field) in exchange.Read.Items.Where(p => !p.Value.StartsWith('$')))
        {
            _items[field] = item;
        }
    }

    public ApiExchange Exchange { get; }

    /// <summary>The standard's interface, where the exchange follows it.</summary>
    public InterfaceDefinition? Definition { get; }

    public string Method { get; }

    public string Path { get; }

    public string Records { get; }

    public ConditionLayout Conditions { get; }

    public string Scope { get; }

    public bool HasBody => Method is not ("GET" or "DELETE");

    /// <summary>The field for an item; a name that is already a field stays.</summary>
    /// <exception cref="ProfileMismatchException">The standard's interface has no such item.</exception>
    public InterfaceField Field(string item)
    {
        if (_fields.TryGetValue(item, out var field))
        {
            return field;
        }

        if (_fields.Values.FirstOrDefault(f => f.Field == item) is { } same)
        {
            return same;
        }

        if (_vocabulary.TryGetValue(item, out var name))
        {
            return new InterfaceField(item, name, "string");
        }

        return Definition is null || _items.ContainsKey(item)
            ? new InterfaceField(item, item, "string")
            : throw new ProfileMismatchException(
                $"{Exchange.Name}: the interface {Definition.Id} has no item 「{item}」; nearest is 「{LabelText.Nearest(item, _fields.Keys)}」.");
    }

    /// <summary>The item behind a field; the field itself where nothing names it.</summary>
    public string Item(string field) => _items.GetValueOrDefault(field, field);

    private static string Verb(string method) => method switch
    {
        "GET" => "Read",
        "PUT" or "PATCH" => "Update",
        "DELETE" => "Delete",
        _ => "Create",
    };
}
