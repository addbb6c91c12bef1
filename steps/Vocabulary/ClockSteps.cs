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

    [Given(@"^対象の日付が「(\d{4}-\d{2}-\d{2})」である$")]
    [When(@"^対象の日付が「(\d{4}-\d{2}-\d{2})」になる$")]
    public async Task TheDateIs(string date)
    {
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

        stage.Setting.TargetDate = DateOnly.ParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture);
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
