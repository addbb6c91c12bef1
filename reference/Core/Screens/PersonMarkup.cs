using System.Globalization;
using Conformance.Reference.Core.Items;
using Conformance.Reference.Core.Ledger;
using Conformance.Reference.Core.Work;

namespace Conformance.Reference.Core.Screens;

/// <summary>How people appear on screens: as fields to fill in, as rows to choose from, as a record to read.</summary>
internal sealed class PersonMarkup(Markup markup)
{
    private static readonly string[] Row =
    [
        "shimei", "shimei_furigana", "seibetsu", "seinengappi", "jusho_todofuken", "jusho_shikugunchosonmei", "jusho_choaza",
        "jusho_banchigohyoki", "jusho_katagaki",
    ];

    private static readonly IReadOnlyList<Item> RowItems = [.. Row.Select(name => PersonItems.Find(name)!)];

    /// <summary>Fields for all items of a person, in groups.</summary>
    public string Fields(Entered entered, bool nameRequired)
    {
        var groups = PersonItems.All.GroupBy(Legend).Select(group =>
            $"<fieldset><legend>{group.Key}</legend>"
            + string.Concat(group.Select(item => markup.Field(item, entered[item.Name], nameRequired && item.Name == "shimei")))
            + "</fieldset>");
        return string.Concat(groups);
    }

    /// <summary>What was entered, to read.</summary>
    public string Summary(string caption, IReadOnlyDictionary<string, string> items) => Markup.Table(
        caption,
        PersonItems.All.Where(item => items.ContainsKey(item.Name)).Select(item => (item.Label, markup.Shown(item, items[item.Name]))));

    /// <summary>People the neighbour answered with.</summary>
    /// <param name="column">Heading of the last column.</param>
    /// <param name="last">Its content as HTML.</param>
    public string Candidates(string caption, IEnumerable<Candidate> candidates, string column, Func<Candidate, string> last) => Markup.Table(
        caption,
        [PersonItems.Number.Label, .. RowItems.Select(item => item.Label), "名寄せ先宛名番号", column],
        candidates.Select(candidate => (
            (IReadOnlyList<string>)[candidate.Number, .. RowItems.Select(item => markup.Shown(item, candidate[item.Name])), candidate["nayosesakiatenabango"]],
            (string?)last(candidate))));

    /// <summary>Records of 業務DB in short.</summary>
    public string Rows(string caption, IEnumerable<Person> people, Func<Person, string> last) => Markup.Table(
        caption,
        [PersonItems.Number.Label, "区分", "状態", "名寄せ区分", "名寄せ先宛名番号", .. RowItems.Select(item => item.Label), "操作"],
        people.Select(person => (
            (IReadOnlyList<string>)
            [
                person.Number, Words.Kind(person), Words.State(person), Words.Of(person.Sorting), person.LinkedTo ?? "",
                .. RowItems.Select(item => markup.Shown(item, person[item.Name])),
            ],
            (string?)last(person))));

    /// <summary>A record of 業務DB in full.</summary>
    public string Record(string caption, Person person) => Markup.Table(
        caption,
        [
            (PersonItems.Number.Label, person.Number),
            ("区分", Words.Kind(person)),
            ("状態", Words.State(person)),
            ("名寄せ区分", Words.Of(person.Sorting)),
            ("名寄せ先宛名番号", person.LinkedTo ?? ""),
            ("住民宛名番号", person.Resident ? person.Number : person.ResidentNumber ?? ""),
            (PersonItems.MunicipalityCode.Label, person[PersonItems.MunicipalityCode.Name]),
            .. PersonItems.All.Select(item => (item.Label, markup.Shown(item, person[item.Name]))),
            ("操作者ID", person.ChangedBy),
            ("操作年月日", person.ChangedAt.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
            ("操作時刻", person.ChangedAt.ToString("HH:mm:ss", CultureInfo.InvariantCulture)),
        ]);

    private static string Legend(Item item) => item.Name switch
    {
        "tagyomusanshofukafuragu" => "参照の制御",
        "shiteitoshi_gyoseikutokodo" => "住所",
        _ when item.Name.StartsWith("jusho_", StringComparison.Ordinal) => "住所",
        _ when item.Name.StartsWith("seinengappi", StringComparison.Ordinal) || item.Name == "seibetsu" => "性別・生年月日",
        "kojinbango" => "個人番号",
        _ => "氏名",
    };
}
