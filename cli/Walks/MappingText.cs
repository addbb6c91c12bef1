using Conformance.Drivers.Profiles;
using Conformance.Drivers.Recording;

namespace Conformance.Cli.Walks;

/// <summary>A recorded mapping for people: what stands in the profile above it, and on the console.</summary>
internal static class MappingText
{
    /// <summary>Comments: on what each part rests; what is open, with a guess where there is one.</summary>
    public static IReadOnlyList<string> Comments(RecordedExchange recorded, string language)
    {
        var fields = recorded.Notes.Where(note => note.Item is not null).GroupBy(note => note.Why!.In(language))
            .Select(same => $"{Said(language, "欄", "fields")}（{same.Key}）: {string.Join("、", same.Select(note => note.Place == $"欄「{note.Item}」" ? note.Item : $"{note.Item} = {note.Place}").Distinct())}");
        return
        [
            Said(language, "画面から記録した。各部の確かさ：", "Recorded on the screens. How sure each part is:"),
            .. recorded.Notes.Where(note => note.Item is null).GroupBy(note => note.What.In(language)).Select(same => $"{string.Join("、", same.Select(note => note.Place).Distinct())}: {same.Key}"), .. fields,
            .. recorded.Doubts.SelectMany(doubt => new[] { $"？ {doubt.Place}: {doubt.What.In(language)}" }.Concat(doubt.Guess.Length > 0 ? [$"   {doubt.Guess}"] : [])),
        ];
    }

    /// <summary>The mapping as it would stand under <c>ui:</c>, with its comments.</summary>
    public static string Whole(RecordedExchange recorded, string language) =>
        string.Concat(Comments(recorded, language).Select(comment => $"  # {YamlWord.Comment(comment)}\n").Append($"  {YamlWord.Of(recorded.Mapping.Name)}:\n").Concat(UiExchangeText.Lines(recorded.Mapping).Select(line => $"    {line}\n")));

    private static string Said(string language, string ja, string en) => language == "en" ? en : ja;
}
