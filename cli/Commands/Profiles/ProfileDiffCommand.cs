using System.CommandLine;
using System.Text.Json;
using Conformance.Cli.Handover;
using Conformance.Drivers.Profiles;
using Conformance.Reports.Handover;
using Conformance.Spec;
using Conformance.Spec.Loading;

namespace Conformance.Cli.Commands.Profiles;

/// <summary><c>profile diff</c>: what two profiles claim about the same function.</summary>
internal static class ProfileDiffCommand
{
    public static Command Build()
    {
        var one = new Argument<string>("A") { Description = "A profile." };
        var other = new Argument<string>("B") { Description = "Another of the same standard and edition." };
        var set = new Option<string[]>("--set") { Description = "Value of a ${name} in both profiles.", HelpName = "NAME=VALUE" };
        var all = new Option<bool>("--all") { Description = "Also what is the same." };
        var json = new Option<bool>("--json") { Description = "As JSON: {\"a\",\"b\",\"settings\":[{name,a,b}],\"exchanges\":[{role,exchange,surface,units,a,b,differs}]}." };
        var language = LanguageOption.Build();
        var command = new Command("diff", "What two profiles claim about the same functions. Exit code 0, whether they differ or not.") { one, other, set, all, json, language };
        command.SetAction((parsed, _) => Guard.RunAsync(() =>
        {
            var inputs = new ProfileInputs { Variables = ProfileLintCommand.Variables(parsed.GetValue(set) ?? []) };
            var (a, b) = (ProfileLoader.Load(parsed.GetValue(one)!, inputs), ProfileLoader.Load(parsed.GetValue(other)!, inputs));
            var roles = a.Roles.Intersect(b.Roles).ToList();
            if (a.Standard != b.Standard || a.Edition != b.Edition || roles.Count == 0)
            {
                throw new BadInputException(new Problem("CF6080", b.File, 0, 0, $"The profiles have no role of the same standard and edition in common: {a.Standard} {a.Edition} ({string.Join(", ", a.Roles)}) and {b.Standard} {b.Edition} ({string.Join(", ", b.Roles)}).", "Compare two profiles of the same standard, edition and role."));
            }

            var standard = StandardLoader.LoadById(ProjectFolders.Find().Standards, a.Standard, a.Edition);
            var settings = Settings(a, b);
            var rows = roles.SelectMany(name => Rows(name, ProfileClaims.Mappings(a, standard, standard.Role(name)), ProfileClaims.Mappings(b, standard, standard.Role(name)))).ToList();
            if (parsed.GetValue(json))
            {
                Console.WriteLine(JsonSerializer.Serialize(new { A = Identity(a), B = Identity(b), Settings = settings, Exchanges = rows }, MachineJson.Indented));
            }
            else
            {
                Tell(a, b, settings, rows, parsed.GetValue(all), parsed.IsEnglish(language));
            }

            return ExitCode.Conforms;
        }));
        return command;
    }

    private static List<Setting> Settings(Profile a, Profile b)
    {
        var (left, right) = (Named(a), Named(b));
        return [.. left.Keys.Union(right.Keys).Select(name => new Setting(name, left.GetValueOrDefault(name), right.GetValueOrDefault(name))).Where(setting => setting.A != setting.B)];

        static Dictionary<string, string> Named(Profile profile) => ProfileClaims.Settings(profile).ToDictionary(setting => setting.Name, setting => setting.Value, StringComparer.Ordinal);
    }

    private static IEnumerable<Row> Rows(string role, IReadOnlyList<WrittenMapping> a, IReadOnlyList<WrittenMapping> b)
    {
        var (left, right) = (a.ToDictionary(mapping => (mapping.Exchange, mapping.Surface)), b.ToDictionary(mapping => (mapping.Exchange, mapping.Surface)));
        foreach (var key in left.Keys.Union(right.Keys))
        {
            var (mine, theirs) = (left.GetValueOrDefault(key), right.GetValueOrDefault(key));
            yield return new Row(role, key.Exchange, key.Surface, (mine ?? theirs)!.Units, mine?.How, theirs?.How, mine?.How != theirs?.How);
        }
    }

    private static void Tell(Profile a, Profile b, IReadOnlyList<Setting> settings, IReadOnlyList<Row> rows, bool all, bool english)
    {
        Console.WriteLine($"A: {Identity(a)}  {a.File}");
        Console.WriteLine($"B: {Identity(b)}  {b.File}");
        foreach (var setting in settings)
        {
            Console.WriteLine($"{setting.Name}\n  A: {setting.A ?? "—"}\n  B: {setting.B ?? "—"}");
        }

        foreach (var row in rows.Where(row => all || row.Differs))
        {
            Console.WriteLine($"{row.Role}  {row.Exchange} ({(row.Surface == "ui" ? english ? "screen" : "画面" : "API")}): {string.Join(", ", row.Units)}");
            Console.WriteLine($"  A: {row.A ?? (english ? "not mapped" : "対応付けなし")}");
            Console.WriteLine(row.Differs ? $"  B: {row.B ?? (english ? "not mapped" : "対応付けなし")}" : english ? "  B: the same" : "  B: 同じ");
        }

        var differing = rows.Count(row => row.Differs);
        Console.WriteLine(english
            ? $"{rows.Count} exchanges on surfaces, {differing} are claimed otherwise; {settings.Count} settings differ."
            : $"交換×面{rows.Count}件のうち、述べ方が違うもの{differing}件。設定の違い{settings.Count}件。");
    }

    private static string Identity(Profile profile) => $"{profile.Product.Name} {profile.Product.Version} ({profile.Product.Vendor})";

    /// <param name="A">Null where the profile does not set it.</param>
    private sealed record Setting(string Name, string? A, string? B);

    /// <param name="A">How the first profile says that it is done; null where it maps it to nothing.</param>
    private sealed record Row(string Role, string Exchange, string Surface, IReadOnlyList<string> Units, string? A, string? B, bool Differs);
}
