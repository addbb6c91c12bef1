using System.Globalization;
using Conformance.Cli.Commands;
using Conformance.Cli.Commands.Profiles;
using Conformance.Drivers.Profiles;
using Conformance.Reports.Handover;
using Conformance.Spec;
using Conformance.Spec.Contracts;

namespace Conformance.Cli.Handover;

/// <summary>What a profile claims about its product, in words that two profiles can be compared by.</summary>
internal static class ProfileClaims
{
    /// <summary>Every exchange of the role on every surface of the profile, with what is seen through it.</summary>
    public static IReadOnlyList<WrittenMapping> Mappings(Profile profile, Standard standard, RoleContracts role)
    {
        var blamed = ProfileLintCommand.Blamed(standard, role);
        var surfaces = new[] { profile.Api is null ? null : "api", profile.Ui is null ? null : "ui" }.OfType<string>();
        return [.. role.Exchanges.Values.SelectMany(exchange => surfaces, (exchange, surface) => surface == "api"
            ? Api(exchange.Name, profile.Api!.Exchanges.GetValueOrDefault(exchange.Name), ProfileLintCommand.Units(role, exchange, blamed))
            : Ui(exchange.Name, profile.Ui!.Exchanges.GetValueOrDefault(exchange.Name), ProfileLintCommand.Units(role, exchange, blamed)))];
    }

    /// <summary>The settings that are not mappings; no addresses, names of operators or secrets.</summary>
    public static IReadOnlyList<ProfileSetting> Settings(Profile profile)
    {
        string Names(IEnumerable<string> names) => string.Join(", ", names);
        var settings = new List<ProfileSetting>
        {
            new("environment", $"{profile.Environment.Kind} · {profile.Environment.Owner} · {profile.Environment.Settings}"),
            new("business", profile.Business ?? "—"),
            new("declares", $"{(profile.Declares.Functions.Count == 0 ? "—" : Names(profile.Declares.Functions))} · {profile.Declares.Reason}"),
            new("see", $"{Time(profile.See.Deadline)} / {Time(profile.See.Interval)}"),
        };
        settings.AddRange(profile.NotApplicable.Select(pair => new ProfileSetting($"not-applicable.{pair.Key}", pair.Value)));
        if (profile.Parallel.Count > 0)
        {
            settings.Add(new("interface", $"{profile.Interface} · {Names(profile.Parallel.Select(edition => $"{edition.Interface} ({edition.From:yyyy-MM-dd}～{edition.Until:yyyy-MM-dd}［{edition.Basis}］)"))}"));
            settings.Add(new("api.items", profile.Api?.Items is { Count: > 0 } items ? Names(items.Select(item => $"{item.Key} → {item.Value}")) : "—"));
        }

        settings.AddRange(profile.Package.Select(link => new ProfileSetting($"package.{link.From} → {link.To}", $"{link.Reason}［{link.Citation}］")));
        settings.AddRange(profile.Waits.Select(pair => new ProfileSetting($"waits.{pair.Key}", Time(pair.Value))));
        settings.AddRange(profile.Batches.Select(pair => new ProfileSetting($"batches.{pair.Key}", pair.Value.By)));
        settings.AddRange(profile.Neighbours.Systems.Where(pair => pair.Value.Count > 0).Select(pair => new ProfileSetting($"neighbours.{pair.Key}", Names(pair.Value.Select(exchange => $"{exchange.Name}: {exchange.Method} {exchange.Path}")))));
        return settings;
    }

    private static WrittenMapping Api(string name, ApiExchange? exchange, IReadOnlyList<string> units)
    {
        if (exchange is null or { Standard: true })
        {
            return new WrittenMapping(name, "api", exchange is null ? null : "標準仕様のインターフェース", Own: false, units);
        }

        var parts = new List<string> { $"{exchange.Method} {exchange.Path}" };
        parts.AddRange(exchange.Headers.Keys.Order(StringComparer.Ordinal).Select(header => $"header {header}"));
        if (exchange.Scope is { } scope)
        {
            parts.Add("scope " + scope);
        }

        if (exchange.With is { } with)
        {
            parts.Add("with " + with.ToString(Newtonsoft.Json.Formatting.None));
        }

        if (exchange.Body is { } body)
        {
            parts.Add("body " + body.ToString(Newtonsoft.Json.Formatting.None));
        }

        if (exchange.Conditions is { } conditions)
        {
            parts.Add($"conditions {conditions.Item} {conditions.Value} {conditions.Match} {conditions.Exact} {conditions.Partial}");
        }

        parts.AddRange(exchange.Items.Select(item => $"{item.Key} → {item.Value}"));
        if (exchange.Read.Records is { } records)
        {
            parts.Add("records " + records);
        }

        parts.AddRange(exchange.Read.Items.Select(item => $"{item.Value} → {item.Key}"));
        parts.AddRange(exchange.Refused.Status.Count > 0 ? [string.Create(CultureInfo.InvariantCulture, $"refused {string.Join(",", exchange.Refused.Status)}")] : []);
        return new WrittenMapping(name, "api", string.Join("; ", parts), Own: true, units);
    }

    private static WrittenMapping Ui(string name, UiExchange? exchange, IReadOnlyList<string> units)
    {
        if (exchange is null)
        {
            return new WrittenMapping(name, "ui", null, Own: false, units);
        }

        var parts = exchange.Steps.Select(step => string.Join(" → ", new[]
        {
            step.Open,
            step.In is { } table ? $"表「{table}」の行（{string.Join(", ", step.Row)}）" : null,
            step.Fill is { } fill ? $"入力（{(fill.Only is { } only ? string.Join(", ", only) : "すべて")}）" : null,
            step.FillConditions ? "検索条件" : null,
            step.Set.Count > 0 ? string.Join(", ", step.Set.Select(pair => $"{pair.Key}={pair.Value}")) : null,
            step.Press is { } press ? $"「{press}」" : null,
            step.Confirm is { } confirm ? $"「{confirm}」" : null,
            step.AbsentIsRefusal ? "なければ拒否" : null,
        }.OfType<string>())).Where(text => text.Length > 0).ToList();
        parts.AddRange(new[] { exchange.Read.Table, exchange.Read.Detail, exchange.Read.Record, exchange.Read.Text, exchange.Read.Role }.OfType<string>().Select(read => "読む: " + read));
        parts.AddRange(exchange.Items.Select(item => $"{item.Key} → {item.Value ?? "画面にない"}"));
        parts.AddRange(exchange.Read.Items.Select(item => $"{item.Value} → {item.Key}"));
        parts.AddRange(exchange.Read.Match.Select(item => $"/{item.Value}/ → {item.Key}"));
        return new WrittenMapping(name, "ui", string.Join("; ", parts), Own: true, units);
    }

    private static string Time(TimeSpan time) => string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:0.###} s");
}
