using Conformance.Drivers;
using Conformance.Steps.Assertions;
using Conformance.Steps.Running;

namespace Conformance.Steps.Vocabulary;

/// <summary>ならば about the answer itself: accepted, refused with which error, in which form.</summary>
[Binding]
public sealed class AnswerSteps(Stage stage, Registry registry, Expectations expect)
{
    [Then(Words.Blame + "受け付けられる$")]
    public void IsAccepted() => expect.That("受け付けられる", Registry.Describe(stage.Last), stage.Last.Outcome == Outcome.Accepted);

    [Then(Words.Blame + "拒否される$")]
    public void IsRefused()
    {
        RequireAnswer();
        expect.That("拒否される", Registry.Describe(stage.Last), stage.Last.Outcome == Outcome.Refused);
    }

    [Then(Words.Blame + "処理中として拒否される$")]
    public void IsRefusedAsBusy() => IsRefused();

    [Then(Words.Blame + "エラー「([^」]+)」で拒否される$")]
    public void IsRefusedWith(string codes)
    {
        RequireAnswer();
        var expected = codes.Split("または");

        // Screens may tell the reason in words alone; and errors that do not have the fixed form cannot be read, which is for another step to blame.
        var told = (stage.Last.SchemaErrors.Count > 0 && stage.Last.Errors.All(error => error.Code is null)) || stage.Last.Errors.Any(error => expected.Contains(error.Code)) || (stage.Last.Status is null && stage.Last.Errors.All(error => error.Code is null));
        expect.That($"エラー {codes} で拒否される", Registry.Describe(stage.Last), stage.Last.Outcome == Outcome.Refused && told);
    }

    [Then(Words.Blame + "エラーの文に「([^」]+)」が含まれる$")]
    public void TheMessageNames(string item) => expect.That(
        $"エラーの文に「{item}」が含まれる", Registry.Describe(stage.Last),
        stage.Last.Errors.Any(error => error.Message.Contains(item, StringComparison.Ordinal)));

    [Then(Words.Blame + "アクセストークンが無効として拒否される$")]
    public void IsUnauthorised()
    {
        RequireAnswer();
        expect.That("401 で拒否される", Registry.Describe(stage.Last), stage.Last.Outcome == Outcome.Unauthorised);
    }

    [Then(Words.Blame + "(?:拒否の)?答えが定められた形である$")]
    public void HasTheFixedForm()
    {
        if (stage.Last.Status is null)
        {
            // A screen has no fixed form; what it must do is tell the reason.
            expect.That("理由が示される", Registry.Describe(stage.Last), stage.Last.Outcome == Outcome.Accepted || stage.Last.Errors.Count > 0);
            return;
        }

        expect.That("API仕様に定められた形", stage.Last.SchemaErrors.Count == 0 ? "定められた形" : string.Join("; ", stage.Last.SchemaErrors.Take(10)), stage.Last.SchemaErrors.Count == 0);
    }

    [Then(Words.Blame + "答えの「([^」]+)」が送った値である$")]
    public void EchoesTheItem(string item) => expect.Equal(
        item, stage.Sent.GetValueOrDefault(item) ?? "", stage.Last.Records.Count > 0 ? stage.Last.Records[0].GetValueOrDefault(item) : null);

    [Then(Words.Blame + "「([^」]+)」に付いた宛名番号が定められた形で答えられる$")]
    public async Task TheNumberIsAnswered(string alias)
    {
        HasTheFixedForm();
        var citizen = stage.Citizen(alias);
        var answered = Registry.NumberOf(stage.Last);
        var (found, seen) = await stage.AwaitAsync(() => registry.SeenUnderAsync(citizen, answered ?? "", stage.Altered), observed => observed.Seen);
        expect.That($"「{alias}」に付いた番号が答えられる", answered is null ? Registry.Describe(stage.Last) : seen ? answered : $"答え: {answered}、登録された番号: {found.Told}", seen && answered is not null);
    }

    // A target that failed itself (5xx) or is not reached refused nothing; that is no answer to judge a refusal by.
    private void RequireAnswer()
    {
        if (stage.Last.Outcome == Outcome.Failed)
        {
            throw new PreparationException($"The target failed instead of answering: {Registry.Describe(stage.Last)}");
        }
    }
}
