using System.Globalization;
using Conformance.Drivers;
using Conformance.Drivers.Profiles;
using Conformance.Steps.Running;

namespace Conformance.Steps.Vocabulary;

/// <summary>The clock of a target that offers one for tests. A scenario that sets it runs alone, and gives it back.</summary>
[Binding]
public sealed class ClockSteps(Stage stage)
{
    private bool isSet;

    /// <param name="text">YYYY-MM-DD, or relative to what the target believes to be today: <c>${today+2d}</c>.</param>
    [Given(@"^対象の日付が「([^」]+)」である$")]
    [When(@"^対象の日付が「([^」]+)」になる$")]
    public async Task TheDateIs(string text)
    {
        var date = ItemTexts.Day(stage.Setting.Today, text);
        if (!DateOnly.TryParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            throw new PreparationException($"「{text}」 is no date. Write it like 2027-03-31 or ${{today+2d}}.");
        }

        if (!stage.Setting.Offers(TestClock.Set))
        {
            throw new NotOfferedException(TestClock.Set);
        }

        isSet = true;
        var answer = await stage.PrepareAsync(new FunctionCall(TestClock.Set, new Dictionary<string, string?> { ["日時"] = date + "T09:00:00+09:00" }));
        if (answer.Outcome != Outcome.Accepted)
        {
            throw new PreparationException($"The clock of the target could not be set to {date}: {Registry.Describe(answer)}");
        }

        stage.Setting.TargetDate = day;
    }

    [AfterScenario]
    public async Task GiveBack()
    {
        if (isSet)
        {
            stage.Setting.TargetDate = null;
            if (stage.Setting.Offers(TestClock.Reset))
            {
                await stage.PrepareAsync(new FunctionCall(TestClock.Reset, new Dictionary<string, string?>()));
            }
        }
    }
}
