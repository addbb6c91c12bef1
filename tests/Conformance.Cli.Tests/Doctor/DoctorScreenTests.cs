using Conformance.Cli.Tests.Miniatures;
using Conformance.Drivers;
using Conformance.Drivers.Ui;
using Conformance.Verdicts;

namespace Conformance.Cli.Tests.Doctor;

public sealed class DoctorScreenTests
{
    private static string Screens(Uri target) => $$"""
        ui:
          base: {{target}}
          申請登録: {open: /screen, press: 登録, read: {role: status} }
        """;

    [Fact]
    public async Task A_screen_with_all_its_labels_is_well_and_nothing_is_pressed_on_it()
    {
        await using var target = await StartAsync(new Wrong());

        var findings = await Patient.FindingsAsync(Patient.Text(target.Address, ui: Screens(target.Address)), Surfaces.Ui);

        findings.Bad().Should().NotContain(finding => finding.Check == "screen");
        findings.Single(finding => finding.Check == "screen").Level.Should().Be(PreflightLevel.Ok);
        findings.Single(finding => finding.Check == "browser").What.En.Should().MatchRegex(@"^The browser \S+ \d+\.[\d.]+ starts\.$");
        target.Journal.Should().OnlyContain(heard => heard.Method == "GET");
    }

    [Fact]
    public async Task A_label_and_a_button_that_are_called_otherwise_are_found_with_what_comes_nearest()
    {
        var screen = new Wrong().Screen.Replace("生年月日", "誕生年月日", StringComparison.Ordinal).Replace(">登録<", ">登録する<", StringComparison.Ordinal);
        await using var target = await StartAsync(new Wrong { Screen = screen });

        var missing = (await Patient.FindingsAsync(Patient.Text(target.Address, ui: Screens(target.Address)), Surfaces.Ui)).Bad().Where(finding => finding.Check == "screen").ToList();

        missing.Should().HaveCount(2).And.OnlyContain(finding => finding.Cause == CauseKind.Profile && finding.Subject == "申請登録");
        missing[0].What.Ja.Should().Contain("欄「生年月日」がない").And.Contain("「誕生年月日」");
        missing[0].Fix.Ja.Should().Contain("items: {生年月日:");
        missing[1].What.Ja.Should().Contain("ボタン「登録」がない").And.Contain("「登録する」");
    }

    private static Task<DoctorTarget> StartAsync(Wrong wrong)
    {
        Assert.SkipWhen(BrowserFinder.Find() is null, "No Chromium, Chrome or Edge is installed: the screens cannot be looked at.");
        return DoctorTarget.StartAsync(wrong);
    }
}
