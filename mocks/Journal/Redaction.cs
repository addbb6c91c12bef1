namespace Conformance.Mocks;

/// <summary>Takes secrets out of what goes into the journal.</summary>
internal static class Redaction
{
    public const string Mark = "[redacted]";

    private static readonly HashSet<string> SecretHeaders =
        new(["Authorization", "Proxy-Authorization", "Cookie", "Set-Cookie", "X-Api-Key", "Api-Key"], StringComparer.OrdinalIgnoreCase);

    private static readonly HashSet<string> SecretFields =
        new(["client_secret", "client_assertion", "token", "access_token", "refresh_token", "password"], StringComparer.OrdinalIgnoreCase);

    /// <summary>A copy without secrets; of Authorization the scheme stays.</summary>
    public static IReadOnlyDictionary<string, string> Headers(IReadOnlyDictionary<string, string> headers) =>
        !headers.Keys.Any(SecretHeaders.Contains) ? headers : headers.ToDictionary(
            header => header.Key,
            header => SecretHeaders.Contains(header.Key) ? Header(header.Key, header.Value) : header.Value,
            StringComparer.OrdinalIgnoreCase);

    /// <summary>The same for headers that came more than once.</summary>
    public static IReadOnlyDictionary<string, string[]>? Repeated(IReadOnlyDictionary<string, string[]>? headers) =>
        headers?.Where(header => !SecretHeaders.Contains(header.Key)).ToDictionary(header => header.Key, header => header.Value, StringComparer.OrdinalIgnoreCase);

    public static bool IsSecretField(string name) => SecretFields.Contains(name);

    /// <summary>A query or a form (<c>a=b&amp;c=d</c>) without the values of secret fields.</summary>
    public static string Form(string form) => form.Length == 0 ? form : string.Join('&', form.Split('&').Select(Field));

    private static string Field(string field)
    {
        var equals = field.IndexOf('=', StringComparison.Ordinal);
        var name = equals < 0 ? field : field[..equals];
        return equals >= 0 && IsSecretField(Uri.UnescapeDataString(name.TrimStart('?'))) ? $"{name}={Mark}" : field;
    }

    private static string Header(string name, string value)
    {
        var space = value.IndexOf(' ', StringComparison.Ordinal);
        return name.EndsWith("Authorization", StringComparison.OrdinalIgnoreCase) && space > 0 ? $"{value[..space]} {Mark}" : Mark;
    }
}
