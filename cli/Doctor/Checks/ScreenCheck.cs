using Conformance.Drivers.Inspection;
using Conformance.Drivers.Profiles;
using Conformance.Drivers.Ui;
using Conformance.Spec;
using Conformance.Spec.Contracts;
using Conformance.Verdicts;

namespace Conformance.Cli.Doctor.Checks;

/// <summary>Logs every operator in, opens every screen of the mapping, and compares fields and buttons. Presses links of the menu and the login, nothing else.</summary>
internal static class ScreenCheck
{
    public const string Browser = "browser";
    public const string Login = "login";
    public const string Screen = "screen";

    private static readonly Bilingual Why = new("この画面を使うシナリオは、判定不能になる。", "Scenarios that use this screen would be inconclusive.");

    /// <param name="deadline">What is not seen by then is told as such.</param>
    public static async Task<IReadOnlyList<PreflightFinding>> LookAsync(UiDriver ui, Examination examination, CancellationToken deadline, CancellationToken cancellationToken)
    {
        var profile = examination.Profile.Ui!;
        var findings = new List<PreflightFinding>();
        try
        {
            var logins = await ui.LogInAllAsync(cancellationToken);
            findings.Add(Findings.Ok(Browser, "", new Bilingual($"ブラウザー {ui.Browser} が起動する。", $"The browser {ui.Browser} starts.")));
            findings.AddRange(logins.Select(LoginFinding));
        }
        catch (BadInputException e)
        {
            findings.Add(Findings.Failure(Browser, "", CauseKind.Configuration, new Bilingual($"ブラウザーが使えない：{e.Problems[0].Fact}", $"No browser: {e.Problems[0].Fact}"),
                new Bilingual("画面のシナリオがすべて判定不能になる。", "Every scenario on screens would be inconclusive."),
                new Bilingual("Chromium、Chrome、Edge のいずれかを入れる（Debian: apt-get install chromium fonts-noto-cjk）。入っているなら CONFORMANCE_BROWSER に実行ファイルを書く。", e.Problems[0].Remedy)));
        }

        if (findings.FirstFailure() is { } root)
        {
            return [.. findings, Findings.NotLookedAt(Screen, string.Join("、", profile.Exchanges.Keys), root)];
        }

        var sights = await ui.InspectAsync(Wishes(examination), deadline, cancellationToken);
        findings.AddRange(sights.Where(sight => sight.Trouble is not null).GroupBy(sight => sight.Trouble).Select(same => Unreached([.. same])));
        findings.AddRange(sights.Where(sight => sight.Trouble is null).SelectMany(Judge));
        var late = profile.Exchanges.Keys.Except(sights.Select(sight => sight.Exchange)).ToList();
        return late.Count == 0 ? findings : [.. findings, Findings.OutOfTime(Screen, string.Join("、", late))];
    }

    private static PreflightFinding LoginFinding(LoginSight sight) => sight.Trouble is null
        ? Findings.Ok(Login, sight.Name, new Bilingual($"{sight.Name} がログインできる。", $"{sight.Name} can log in."))
        : Findings.Failure(Login, sight.Name, sight.Untrusted ? CauseKind.Configuration : sight.Unreachable ? CauseKind.Environment : CauseKind.Profile,
            new Bilingual($"{sight.Name} がログインできない：{sight.Trouble}", $"{sight.Name} cannot log in: {sight.Trouble}"),
            new Bilingual("ログインできなければ、どの画面も見られない。", "Without a login no screen can be seen."),
            new Bilingual("ui.login の見出しとボタン、ui.operators の利用者名とパスワード（環境変数）を確かめる。", "Check labels and button under ui.login, and name and password (environment) under ui.operators."));

    private static PreflightFinding Unreached(IReadOnlyList<ScreenSight> same) => Findings.Failure(Screen, string.Join("、", same.Select(sight => sight.Exchange)),
        same[0].Unreachable ? CauseKind.Environment : CauseKind.Profile,
        new Bilingual($"画面が開けない：{same[0].Trouble}", $"The screen cannot be opened: {same[0].Trouble}"), Why,
        new Bilingual("対象プロファイルの open: を、製品のメニューのとおりに直す。その利用者に権限があるかも確かめる。", "Write open: as the product's menu has it, and see whether that operator may use it."));

    private static IEnumerable<PreflightFinding> Judge(ScreenSight sight)
    {
        if (sight.OnlyInARun)
        {
            yield return Findings.NotShown(Screen, sight.Exchange, new Bilingual("実行のときにだけ見られる（人や番号による画面、または別の画面の続き）。", "Seen in a run only: it depends on a person, or goes on from another screen."), new Bilingual("", ""));
            yield break;
        }

        foreach (var part in sight.Missing)
        {
            var near = part.Nearest is { } nearest ? (Ja: $"近いもの：「{nearest}」。", En: $"Nearest: 「{nearest}」.") : (Ja: "同じ種類のものがない。", En: "Nothing of the kind is there.");
            var what = new Bilingual($"画面「{sight.Screen}」に{part.Kind}「{part.Name}」がない。{near.Ja}", $"The screen 「{sight.Screen}」 has no {(part.Kind == "欄" ? "field" : "button")} 「{part.Name}」. {near.En}");
            var fix = part.Item is { } item
                ? new Bilingual($"対象プロファイルの「{sight.Exchange}」に items: {{{item}: 画面の見出し}} と書く。画面にない項目なら {{{item}: ~}} と書く。", $"Write items: {{{item}: label on the screen}} under 「{sight.Exchange}」; {{{item}: ~}} where the screen has none.")
                : new Bilingual($"対象プロファイルの「{sight.Exchange}」を、画面の文字のとおりに直す。", $"Write it under 「{sight.Exchange}」 as the screen has it.");
            yield return part.Certain
                ? Findings.Failure(Screen, sight.Exchange, CauseKind.Profile, what, Why, fix)
                : Findings.Warning(Screen, sight.Exchange, CauseKind.Profile, what, new Bilingual("この項目を持つ人のシナリオが、判定不能になる。", "Scenarios of people who have this item would be inconclusive."), fix);
        }

        if (sight.Missing.Count == 0)
        {
            yield return Findings.Ok(Screen, sight.Exchange, sight.Beyond.Length == 0
                ? new Bilingual($"画面「{sight.Screen}」に、書かれた欄とボタンがある。", $"The screen 「{sight.Screen}」 has the fields and buttons.")
                : new Bilingual($"画面「{sight.Screen}」に、書かれた欄とボタンがある。この先（{sight.Beyond}）は実行のときに見る。", $"The screen 「{sight.Screen}」 has the fields and buttons. What follows ({sight.Beyond}) is seen in a run."));
        }
    }

    private static Dictionary<string, ScreenWish> Wishes(Examination examination) => examination.Roles
        .SelectMany(role => role.Exchanges.Values.Select(exchange => (role, exchange))).GroupBy(one => one.exchange.Name)
        .ToDictionary(same => same.Key, same => Wish(same.First().role, same.First().exchange, examination), StringComparer.Ordinal);

    private static ScreenWish Wish(RoleContracts role, ExchangeContract exchange, Examination examination)
    {
        var contracts = role.Contracts.Where(contract => contract.By.Contains(exchange.Name)).ToList();
        var defaults = exchange.Defaults.Where(value => !value.Value.Contains("${business}", StringComparison.Ordinal) || examination.Profile.Business is not null).Select(value => value.Key);
        var own = exchange.Sends ?? [.. contracts.Where(contract => contract.Kind == "maintain").SelectMany(contract => contract.List("items"))];
        return new ScreenWish(
            [.. own.Concat(defaults).Distinct()],
            [.. contracts.Where(contract => contract.Kind == "maintain").SelectMany(contract => contract.List("required"))],
            examination.Profile.Ui?.Exchanges.GetValueOrDefault(exchange.Name)?.Conditions.Match is null ? [] : role.KeyItems);
    }
}
