using System.Text.RegularExpressions;
using Conformance.Spec;

namespace Conformance.Drivers.Profiles;

/// <summary>
/// A text whose <c>${env:NAME}</c> references are resolved only when it is used. <see cref="ToString"/> gives the text as written,
/// so that a value never gets into a log by accident.
/// </summary>
public sealed partial class LateText
{
    private readonly string _text;
    private readonly bool _secret;

    /// <param name="written">As it stands in the profile.</param>
    /// <param name="text">The same with the caller's variables filled in; environment references remain.</param>
    /// <param name="secret">The whole value is a secret (a password), not only what comes from the environment.</param>
    internal LateText(string written, string text, bool secret, SourcePosition at)
    {
        Written = written;
        _text = text;
        _secret = secret;
        At = at;
    }

    public string Written { get; }

    public SourcePosition At { get; }

    /// <summary>The surface for which it is needed.</summary>
    internal Surfaces Surface { get; set; } = Surfaces.Api;

    /// <summary>The edition beside the profile's own for which it is needed; null where it is the profile's own.</summary>
    internal string? Edition { get; set; }

    /// <summary>Names of the environment variables it needs.</summary>
    public IEnumerable<string> Needs => Reference().Matches(_text).Select(m => m.Groups[1].Value);

    public override string ToString() => Written;

    /// <summary>The value. What comes from the environment is registered for redaction.</summary>
    /// <exception cref="Conformance.Spec.BadInputException">CF5009: an environment variable is not set.</exception>
    public string Reveal(Secrets secrets)
    {
        var value = RevealUnregistered(secrets, register: true);
        if (_secret)
        {
            secrets.Register(value);
        }

        return value;
    }

    /// <summary>The value as an absolute address that ends in a slash.</summary>
    /// <exception cref="Conformance.Spec.BadInputException">CF5005: not an http or https address; CF5009 as for <see cref="Reveal"/>.</exception>
    public Uri RevealAddress(Secrets secrets)
    {
        var text = RevealUnregistered(secrets);
        return Uri.TryCreate(text.EndsWith('/') ? text : text + "/", UriKind.Absolute, out var address) && address!.Scheme is "http" or "https"
            ? address
            : throw new BadInputException(new Problem("CF5005", Written, At.Line, At.Column, "What the environment gives is not an absolute http or https address.", "Write it like https://host.example:8443/path/."));
    }

    /// <summary>The value of something that may stand in evidence although it comes from the environment (a user's name).</summary>
    public string RevealUnregistered(Secrets secrets, bool register = false) =>
        Reference().Replace(_text, m =>
        {
            var value = secrets.FromEnvironment(m.Groups[1].Value);
            if (register)
            {
                secrets.Register(value);
            }

            return value;
        });

    [GeneratedRegex(@"\$\{env:([^}]+)\}", RegexOptions.CultureInvariant)]
    private static partial Regex Reference();
}
