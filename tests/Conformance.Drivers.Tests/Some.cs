using Conformance.Drivers.Profiles;

namespace Conformance.Drivers.Tests;

/// <summary>Test data with every parameter defaulted.</summary>
internal static class Some
{
    public static string Data(string name) => Path.Combine(AppContext.BaseDirectory, "Data", name);

    public static Profile FullProfile(IEnumerable<string>? exchanges = null) => ProfileLoader.Load(Data("full.profile.yaml"), new ProfileInputs
    {
        Variables = new Dictionary<string, string> { ["port"] = "5031" },
        Exchanges = exchanges?.ToHashSet(),
    });

    /// <summary>A profile with the given lines under <c>api:</c> or <c>ui:</c> (written without indentation).</summary>
    public static Profile Profile(string? api = null, string? ui = null, Uri? at = null, string auth = "{method: none}")
    {
        var text = $$"""
            product: {name: 見本, version: '1', vendor: 見本}
            standard: '031'
            edition: '2.1'
            roles: [住登外者宛名番号管理機能]
            class: 一般市区町村
            environment: {kind: test, owner: 品質保証}
            declares: {functions: [], reason: なし}
            business: '001'

            """;
        if (api is not null)
        {
            text += $"api:\n  base: ${{base}}\n  auth: {auth}\n" + Indent(api);
        }

        if (ui is not null)
        {
            text += "ui:\n  base: ${base}\n" + Indent(ui);
        }

        return ProfileLoader.Parse(text, "some.profile.yaml", new ProfileInputs
        {
            Variables = new Dictionary<string, string> { ["base"] = (at ?? new Uri("http://127.0.0.1:1/")).ToString() },
        });
    }

    public static FunctionCall Call(string exchange, params (string Item, string? Value)[] items) =>
        new(exchange, items.ToDictionary(i => i.Item, i => i.Value));

    private static string Indent(string lines) => string.Concat(lines.Split('\n').Select(l => "  " + l + "\n"));
}
