using System.Globalization;

namespace Conformance.Reference;

/// <summary>What the command line asks for.</summary>
/// <param name="App">The word after <c>--app</c>, or null.</param>
/// <param name="Options">How to start it.</param>
/// <param name="ListFaults"><c>--faults-json</c> was given.</param>
/// <param name="ListVariants"><c>--variants-json</c> was given.</param>
/// <param name="StdinLifetime"><c>--stdin-lifetime</c> was given: stop when the standard input ends.</param>
/// <param name="Errors">Everything that is wrong with it; empty when it can be carried out.</param>
internal sealed record CommandLine(
    string? App, LaunchOptions Options, bool ListFaults, bool ListVariants, bool StdinLifetime, IReadOnlyList<string> Errors)
{
    /// <summary>Reads arguments; settings that are not among them come from <paramref name="environment"/>.</summary>
    public static CommandLine Parse(
        IReadOnlyList<string> arguments, IReadOnlyList<ReferenceProduct> products, Func<string, string?> environment)
    {
        var errors = new List<string>();
        var given = new List<(string Name, string Value)>();
        var flags = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < arguments.Count; i++)
        {
            var argument = arguments[i];
            if (argument is "--faults-json" or "--variants-json" or "--stdin-lifetime")
            {
                flags.Add(argument);
            }
            else if (!argument.StartsWith("--", StringComparison.Ordinal))
            {
                errors.Add($"unexpected argument '{argument}'");
            }
            else if (++i < arguments.Count)
            {
                given.Add((argument[2..], arguments[i]));
            }
            else
            {
                errors.Add($"{argument} needs a value");
            }
        }

        var app = given.LastOrDefault(option => option.Name == "app").Value;
        var product = products.FirstOrDefault(candidate => candidate.App == app);
        if (app is null ? flags.Count == 0 || flags.Contains("--stdin-lifetime") : product is null)
        {
            errors.Add($"--app must be one of: {string.Join(", ", products.Select(candidate => candidate.App))}");
        }

        var port = 0;
        foreach (var (_, value) in given.Where(option => option.Name == "port"))
        {
            if (!int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out port) || port > 65535)
            {
                errors.Add($"--port must be 0 to 65535, not '{value}'");
            }
        }

        var faults = Values("fault").ToHashSet(StringComparer.Ordinal);
        var variants = Values("variant").ToHashSet(StringComparer.Ordinal);
        var settings = new Dictionary<string, string>(StringComparer.Ordinal);
        if (product is not null)
        {
            errors.AddRange(faults.Where(id => product.Faults.All(fault => fault.Id != id))
                .Select(id => $"unknown fault '{id}' (list them with --faults-json)"));
            errors.AddRange(variants.Where(id => product.Variants.All(variant => variant.Id != id))
                .Select(id => $"unknown variant '{id}' (list them with --variants-json)"));
            foreach (var name in product.Settings)
            {
                var value = Values(name).LastOrDefault()
                    ?? environment("REFERENCE_" + name.ToUpperInvariant().Replace('-', '_'));
                if (value is not null)
                {
                    settings[name] = value;
                }
            }
        }

        string[] common = ["app", "port", "fault", "variant", "token"];
        errors.AddRange(given.Select(option => option.Name).Distinct()
            .Where(name => !common.Contains(name) && product?.Settings.Contains(name) != true)
            .Select(name => $"unknown option '--{name}'"));

        var options = new LaunchOptions
        {
            Faults = faults,
            Variants = variants,
            Port = port,
            Tokens = [.. Values("token")],
            Settings = settings,
        };
        return new CommandLine(
            app, options, flags.Contains("--faults-json"), flags.Contains("--variants-json"), flags.Contains("--stdin-lifetime"), errors);

        IEnumerable<string> Values(string name) => given.Where(option => option.Name == name).Select(option => option.Value);
    }
}
