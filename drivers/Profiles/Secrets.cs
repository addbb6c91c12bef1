using System.Buffers;
using System.Text;
using System.Text.RegularExpressions;
using Conformance.Spec;
using Newtonsoft.Json;

namespace Conformance.Drivers.Profiles;

/// <summary>Gives secrets out and keeps them out of evidence: every value given out is replaced where <see cref="Redact"/> sees it. Thread-safe.</summary>
public sealed partial class Secrets
{
    /// <summary>What stands in place of a secret.</summary>
    public const string Mask = "［伏字］";

    // A shorter value would blot out half of the evidence; such values are still masked by the name of their field or header.
    private const int ShortestRegistered = 4;

    private readonly Func<string, string?> _environment;
    private readonly Lock _gate = new();
    private readonly HashSet<string> _registered = new(StringComparer.Ordinal);
    private Registered _values = new([]);

    // What the two patterns below cannot do without: most evidence has none of it, and looking for a word is many times cheaper than a pattern.
    private static readonly SearchValues<string> Telling =
        SearchValues.Create(["authorization", "cookie", "_token", "secret", "client_assertion", "passw"], StringComparison.OrdinalIgnoreCase);

    public Secrets()
        : this(System.Environment.GetEnvironmentVariable) { }

    /// <param name="environment">Looks a variable up; null where it is not set.</param>
    public Secrets(Func<string, string?> environment) => _environment = environment;

    /// <summary>Masks the value from now on, also in its JSON, URL and Base64 spelling.</summary>
    public void Register(string value)
    {
        if (value.Length < ShortestRegistered)
        {
            return;
        }

        lock (_gate)
        {
            // A token is registered at every call that bears it.
            if (!_registered.Add(value))
            {
                return;
            }

            string[] spellings =
            [
                value,
                JsonConvert.ToString(value)[1..^1],
                Uri.EscapeDataString(value),
                Convert.ToBase64String(Encoding.UTF8.GetBytes(value)),
            ];
            _values = new Registered([.. _values.Spellings.Concat(spellings).Distinct().OrderByDescending(v => v.Length)]);
        }
    }

    /// <summary>The text with every registered secret masked, and whatever a header or a member calls a token, secret or password.</summary>
    public string Redact(string text)
    {
        var values = Volatile.Read(ref _values);
        if (text.AsSpan().ContainsAny(values.Any))
        {
            foreach (var value in values.Spellings)
            {
                text = text.Replace(value, Mask, StringComparison.Ordinal);
            }
        }

        if (!text.AsSpan().ContainsAny(Telling))
        {
            return text;
        }

        text = CredentialHeader().Replace(text, m => m.Groups[1].Value + Mask);
        return CredentialMember().Replace(text, m => m.Groups[1].Value + Mask);
    }

    private sealed record Registered(string[] Spellings)
    {
        public SearchValues<string> Any { get; } = SearchValues.Create(Spellings, StringComparison.Ordinal);
    }

    /// <summary>Whether the environment has a value for the variable.</summary>
    public bool Has(string name) => IsSet(name);

    internal bool IsSet(string name) => !string.IsNullOrEmpty(_environment(name));

    internal string FromEnvironment(string name) => _environment(name) is { Length: > 0 } value
        ? value
        : throw new BadInputException(new Problem(
            "CF5009", name, 0, 0, $"The environment variable {name} is not set.", "Set it before the run."));

    [GeneratedRegex(@"(?im)^((?:proxy-)?authorization:[ ]*(?:bearer|basic)?[ ]*|(?:set-)?cookie:[ ]*)[^\r\n]+", RegexOptions.CultureInvariant)]
    private static partial Regex CredentialHeader();

    [GeneratedRegex("(?i)((?:\"(?:access_token|refresh_token|id_token|client_secret|client_assertion|password|passwd|secret)\"\\s*:\\s*\"|(?<=[?&\\s])(?:access_token|client_secret|client_assertion|password|passwd|secret)=))[^\"&\\s]+", RegexOptions.CultureInvariant)]
    private static partial Regex CredentialMember();
}
