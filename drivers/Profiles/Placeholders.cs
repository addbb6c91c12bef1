using System.Text.RegularExpressions;
using YamlDotNet.RepresentationModel;

namespace Conformance.Drivers.Profiles;

/// <summary>Fills the caller's variables in and leaves the placeholders that only mean something later.</summary>
internal static partial class Placeholders
{
    /// <summary>Placeholders that stay: of the environment, of a login form, of a request body, of a field on a screen.</summary>
    [Flags]
    public enum Kept
    {
        None = 0,
        Environment = 1,
        Operator = 2,
        Call = 4,
        Business = 8,
    }

    public static string Expand(YamlNode at, string text, Kept kept, ProfileProblems problems) =>
        Placeholder().Replace(text, match =>
        {
            var name = match.Groups[1].Value;
            if (problems.Inputs.Variables.TryGetValue(name, out var value))
            {
                return value;
            }

            if ((kept.HasFlag(Kept.Environment) && name.StartsWith("env:", StringComparison.Ordinal))
                || (kept.HasFlag(Kept.Operator) && name is "operator" or "password")
                || (kept.HasFlag(Kept.Business) && name == "business")
                || (kept.HasFlag(Kept.Call) && (name is "items" or "conditions" or "business" || name.StartsWith("item:", StringComparison.Ordinal))))
            {
                return match.Value;
            }

            if (name.StartsWith("env:", StringComparison.Ordinal))
            {
                problems.Add("CF5007", at, $"{match.Value} is not resolved here.", "Environment variables are for addresses, clients, secrets, headers and logins.");
            }
            else if (problems.Inputs.AnyOther is { } other)
            {
                return other;
            }
            else
            {
                problems.Add("CF5007", at, $"Nothing gives {match.Value} a value.", problems.Inputs.Variables.Count == 0
                    ? "Write the value, or use ${env:NAME}."
                    : $"Known here: {string.Join(", ", problems.Inputs.Variables.Keys.Order(StringComparer.Ordinal))}.");
            }

            return match.Value;
        });

    [GeneratedRegex(@"\$\{([^}]*)\}", RegexOptions.CultureInvariant)]
    public static partial Regex Placeholder();
}
