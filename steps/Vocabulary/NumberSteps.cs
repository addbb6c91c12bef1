using Conformance.Drivers;
using Conformance.Fixtures;
using Conformance.Steps.Assertions;
using Conformance.Steps.Running;

namespace Conformance.Steps.Vocabulary;

/// <summary>ならば about numbers that were given.</summary>
[Binding]
public sealed class NumberSteps(Stage stage, Expectations expect)
{
    [Then(Words.Blame + "「([^」]+)」に宛名番号が付く$")]
    public void ANumberIsGiven(string alias) =>
        expect.AboutNumbers($"「{alias}」に宛名番号が付く", stage.Citizen(alias).Number ?? Registry.Describe(stage.Last), stage.Citizen(alias).Number is not null);

    [Then(Words.Blame + "付いた「[^」]+」が半角(\\d+)文字以内である$")]
    public void HasTheForm(int length)
    {
        var number = Single();
        expect.AboutNumbers($"半角{length}文字以内", number, number.Length > 0 && number.Length <= length && Text.IsHalfWidth(number));
    }

    [Then(Words.Blame + "付いた「[^」]+」の検査数字が合う$")]
    public void HasTheCheckDigit()
    {
        // What follows remainder 1 is not defined in the text, so either reading is accepted.
        var number = Single();
        var valid = Enum.GetValues<RemainderOne>().Any(reading => AddresseeNumber.IsValid(number, reading));
        expect.AboutNumbers("モジュラス11の検査数字が合う", number, valid);
    }

    [Then(Words.Blame + "付いた「[^」]+」がすべて異なる$")]
    public void AreDistinct()
    {
        var numbers = Given();
        expect.AboutNumbers($"{numbers.Count} 個の番号がすべて異なる", string.Join(", ", numbers), numbers.Distinct(StringComparer.Ordinal).Count() == numbers.Count);
    }

    [Then(Words.Blame + "付いた「[^」]+」が引き継がれた番号と重ならない$")]
    public void AreNotInherited()
    {
        var numbers = Given();
        var inherited = Enumerable.Range(1, 3).Select(i => stage.Citizen($"元住民{i}").Number!).ToList();
        expect.AboutNumbers($"引き継がれた番号 {string.Join(", ", inherited)} と重ならない", string.Join(", ", numbers), !numbers.Intersect(inherited).Any());
    }

    private string Single() => Given()[^1];

    private List<string> Given() => stage.Numbers.Count > 0 && stage.Numbers.All(number => number is not null)
        ? [.. stage.Numbers.OfType<string>()]
        : throw new PreparationException($"Not every request was given a number: {(stage.Last.Outcome == Outcome.Accepted ? "one of several was refused" : Registry.Describe(stage.Last))}");
}
