using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Conformance.Fixtures;

namespace Conformance.Steps.Running;

/// <summary>
/// Fills the placeholders of an item's value for one person: <c>${item:氏名}</c>, <c>${today-3y}</c>, <c>${resident}</c> and <c>${resident:続柄}</c> (a
/// number of the run's own), <c>${digits:7}</c> (digits that nobody else of the run has, as far as their length allows),
/// <c>${year-1}</c>, <c>${day}</c> (a day of the person's own between 1950 and 2018).
/// </summary>
internal sealed partial class ItemTexts(RunSetting setting, Person person)
{
    /// <param name="item">The item that gets the value: its name makes the digits differ from those of others.</param>
    public string Filled(string item, string value) => Placeholder().Replace(value, match => (match.Groups["name"].Value, match.Groups["argument"].Value) switch
    {
        ("item", var other) => person.Items.GetValueOrDefault(other, ""),
        ("resident", "") => setting.People.ResidentNumber(person).Value,
        ("resident", var relative) => setting.People.ResidentNumber(setting.People.Create(person.ScenarioId, person.Alias + "の" + relative)).Value,
        ("name", var relative) => setting.People.Create(person.ScenarioId, person.Alias + "の" + relative).Items["氏名"],
        ("day", _) when match.Value == "${day}" => new DateOnly(1950, 1, 1).AddDays(int.Parse(Digits("day", 8), CultureInfo.InvariantCulture) % 25000).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        ("address", var relative) => Address(setting.People.Create(person.ScenarioId, person.Alias + "の" + relative)),
        ("digits", var length) => Digits(item, int.Parse(length, CultureInfo.InvariantCulture)),
        _ => Day(setting.Today, match.Value),
    });

    /// <summary><c>${today}</c>, <c>${today+30d}</c>, <c>${today-2m}</c>, <c>${today-18y}</c> as YYYY-MM-DD; anything else unchanged.</summary>
    public static string Day(DateOnly today, string text) => Shifted().Replace(text, match =>
    {
        var by = match.Groups["by"].Value is { Length: > 0 } number ? int.Parse(number, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture) : 0;
        if (match.Groups["year"].Success)
        {
            return (today.Year + by).ToString(CultureInfo.InvariantCulture);
        }

        var day = match.Groups["unit"].Value switch { "y" => today.AddYears(by), "m" => today.AddMonths(by), _ => today.AddDays(by) };
        return day.ToString(match.Groups["month"].Success ? "yyyy-MM" : "yyyy-MM-dd", CultureInfo.InvariantCulture);
    });

    private static string Address(Person somebody) =>
        somebody["住所_都道府県"] + somebody["住所_市区郡町村名"] + somebody["住所_町字"] + somebody["住所_番地号表記"];

    private string Digits(string item, int length)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{setting.People.ResidentNumber(person).Value}/{item}"));
        return string.Concat(hash.Take(length).Select(value => (char)('0' + (value % 10))));
    }

    [GeneratedRegex(@"\$\{(?<name>item|resident|name|address|digits|day|today|thismonth|year)(?::(?<argument>[^}]+))?(?<rest>[^}:]*)\}")]
    private static partial Regex Placeholder();

    [GeneratedRegex(@"\$\{(?:today|(?<month>thismonth)|(?<year>year))(?:(?<by>[+-]\d{1,4})(?<unit>[dmy])?)?\}")]
    private static partial Regex Shifted();
}
