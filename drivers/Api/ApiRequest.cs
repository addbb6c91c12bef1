using System.Globalization;
using System.Text.RegularExpressions;
using Conformance.Drivers.Profiles;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Conformance.Drivers.Api;

/// <summary>Writes a call as path, query and body.</summary>
internal sealed partial class ApiRequest
{
    private readonly ApiOperation _operation;
    private readonly FunctionCall _call;
    private readonly string? _business;
    private readonly HashSet<string> _used = [];

    private ApiRequest(ApiOperation operation, FunctionCall call, string? business)
    {
        _operation = operation;
        _call = call;
        _business = call.Business ?? business;
    }

    /// <summary>Path with query, relative to the base.</summary>
    public string Target { get; private set; } = "";

    /// <summary>Null where the method carries none.</summary>
    public string? Body { get; private set; }

    /// <param name="business">業務ID in whose name calls are made unless the call says otherwise.</param>
    public static ApiRequest Of(ApiOperation operation, FunctionCall call, string? business)
    {
        var request = new ApiRequest(operation, call, business);
        var path = PathItem().Replace(operation.Path, m => Uri.EscapeDataString(request.Value(m.Groups[1].Value) ?? ""));
        if (operation.HasBody)
        {
            request.Target = path;
            request.Body = request.WholeBody().ToString(Formatting.None);
        }
        else
        {
            var query = request.Default();
            request.Target = query.Count == 0 ? path
                : path + (path.Contains('?', StringComparison.Ordinal) ? '&' : '?')
                    + string.Join('&', query.Properties().Select(p => $"{Uri.EscapeDataString(p.Name)}={Uri.EscapeDataString(Text(p.Value))}"));
        }

        return request;
    }

    private JObject WholeBody()
    {
        if (_operation.Exchange.Body is JObject template)
        {
            return (JObject)Fill(template)!;
        }

        var body = Default();
        if (_operation.Exchange.With is { } with)
        {
            body.Merge(Fill(with), new JsonMergeSettings { MergeNullValueHandling = MergeNullValueHandling.Merge });
        }

        return body;
    }

    /// <summary>All items of the call and its conditions, in the order of the interface where there is one.</summary>
    private JObject Default()
    {
        var body = Items();
        if (_call.Conditions.Count > 0 || _operation.Conditions.In is not null)
        {
            if (_operation.Conditions.In is { } list)
            {
                body[list] = Conditions();
            }
            else
            {
                foreach (var condition in _call.Conditions)
                {
                    body[_operation.Field(condition.Item).Field] = condition.Value;
                    if (_operation.Conditions.Match is { } match)
                    {
                        body[match] = Match(condition.Match);
                    }
                }
            }
        }

        // An inquiry is made in somebody's name. Elsewhere 業務ID is an item like others, and may be missing on purpose.
        if (_business is not null && (_call.Business is not null || _operation.Definition?.Conditions is not null)
            && _operation.Definition?.Fields.FirstOrDefault(f => f.Item == "業務ID") is { } field && !body.ContainsKey(field.Field))
        {
            body[field.Field] = _business;
        }

        return body;
    }

    private JObject Items()
    {
        var members = new Dictionary<string, JToken>();
        foreach (var (item, value) in _call.Items.Where(i => !_used.Contains(i.Key)))
        {
            var field = _operation.Field(item);
            members[field.Field] = Typed(value, field.Type);
        }

        var order = _operation.Definition?.Fields.Select((f, i) => (f.Field, i)).DistinctBy(p => p.Field).ToDictionary(p => p.Field, p => p.i) ?? [];
        return new JObject(members.OrderBy(m => order.GetValueOrDefault(m.Key, int.MaxValue)).Select(m => new JProperty(m.Key, m.Value)));
    }

    private JArray Conditions() => new(_call.Conditions.Select(c =>
    {
        var member = new JObject
        {
            [_operation.Conditions.Item] = _operation.Field(c.Item).Field,
            [_operation.Conditions.Value] = c.Value,
        };
        if (_operation.Conditions.Match is { } match)
        {
            member[match] = Match(c.Match);
        }

        return member;
    }));

    private string Match(SearchMatch match) => match == SearchMatch.Exact
        ? _operation.Conditions.Exact
        : _operation.Conditions.Partial ?? throw new ProfileMismatchException($"{_operation.Exchange.Name}: the profile says of no way to search for a part (conditions.partial).");

    // A member whose whole text is one placeholder is left out where the call has no such value.
    private JToken? Fill(JToken template)
    {
        switch (template)
        {
            case JObject members:
                var filled = new JObject();
                foreach (var member in members.Properties().OrderBy(p => p.Value is JValue { Value: "${items}" }))
                {
                    if (Fill(member.Value) is { } value)
                    {
                        filled[member.Name] = value;
                    }
                }

                return new JObject(members.Properties().Where(p => filled.ContainsKey(p.Name)).Select(p => new JProperty(p.Name, filled[p.Name])));
            case JArray list:
                return new JArray(list.Select(Fill).Where(t => t is not null));
            case JValue { Value: "${items}" }:
                return Items();
            case JValue { Value: "${conditions}" }:
                return Conditions();
            case JValue { Value: "${business}" }:
                return _business is null ? null : new JValue(_business);
            case JValue { Value: string text } when ItemPlaceholder().Match(text) is { Success: true } match && match.Length == text.Length:
                var item = match.Groups[1].Value;
                return _call.Items.ContainsKey(item) ? Typed(Value(item), _operation.Field(item).Type) : null;
            case JValue { Value: string text }:
                return new JValue(ItemPlaceholder().Replace(text, m => Value(m.Groups[1].Value) ?? "").Replace("${business}", _business ?? "", StringComparison.Ordinal));
            default:
                return template.DeepClone();
        }
    }

    private string? Value(string item)
    {
        var name = _call.Items.ContainsKey(item) ? item : _operation.Item(item);
        _used.Add(name);
        return _call.Items.GetValueOrDefault(name);
    }

    // What does not have the field's type goes as text: it may be wrong on purpose.
    private static JValue Typed(string? value, string type) => value is null ? JValue.CreateNull() : type switch
    {
        "integer" when WholeNumber().IsMatch(value) && long.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) => new JValue(number),
        "number" when decimal.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) => new JValue(number),
        "boolean" when value is "true" or "false" => new JValue(value == "true"),
        _ => new JValue(value),
    };

    private static string Text(JToken token) => token.Type is JTokenType.Array or JTokenType.Object ? token.ToString(Formatting.None) : ApiAnswer.Text(token) ?? "";

    [GeneratedRegex(@"\{([^{}]+)\}", RegexOptions.CultureInvariant)]
    private static partial Regex PathItem();

    [GeneratedRegex(@"\$\{item:([^}]+)\}", RegexOptions.CultureInvariant)]
    private static partial Regex ItemPlaceholder();

    [GeneratedRegex("^-?(0|[1-9][0-9]*)$", RegexOptions.CultureInvariant)]
    private static partial Regex WholeNumber();
}
