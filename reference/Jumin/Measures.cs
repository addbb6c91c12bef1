using System.Globalization;
using Conformance.Reference.Office;
using Conformance.Reference.Office.Items;
using Conformance.Reference.Office.Operations;

namespace Conformance.Reference.Jumin;

/// <summary>支援措置. The caller holds the gate.</summary>
internal sealed class Measures(Desk desk, Feeds feeds)
{
    public const string Hidden = "（非表示）";
    private const string Warning = "支援措置対象者";

    private static readonly string[] Others = ["awasete1", "awasete2", "awasete3"];

    private readonly List<Row> all = [];
    private readonly Dictionary<string, DateTimeOffset> lifted = new(StringComparer.Ordinal);

    /// <summary>Where a person lives now: 除票 or not.</summary>
    public Func<string, Resident?> Resident { get; set; } = _ => null;

    /// <summary>申出.</summary>
    public Answer Register(Entry entry)
    {
        Known(entry["atenabango"]);
        if (Own(entry["atenabango"]) is not null)
        {
            throw new WorkRefusedException("E0008", "この者の支援措置は実施中です。");
        }

        var row = new Row { ["sochibango"] = desk.Numbers.Next("K", 10) }
            .Take(entry.Items.Only(["atenabango", "kagaisha_shimei", "kaishinengappi", "shuryonengappi", "awasete1", "awasete2", "awasete3"]))
            .Take(new Row { ["shienshuryonengappi"] = "", ["shuryoketteinengappi"] = "", ["kaijoshuryonichiji"] = "", ["kessaibango"] = "", ["jotai"] = "支援中" });
        all.Add(desk.Behaviour.Through("measure", row));
        feeds.Protect(row, "settei", Together(row));
        return new Answer("登録しました。", Shown(row));
    }

    /// <summary>一時解除, for as many seconds as are given; it is told to nobody and ends by itself.</summary>
    public Answer Lift(Entry entry)
    {
        var row = Named(entry["atenabango"]);
        var seconds = entry.Filled("kaijobyo") ? TimeSpan.FromSeconds(int.Parse(entry["kaijobyo"], CultureInfo.InvariantCulture)) : desk.Settings.Lift;
        var until = desk.Behaviour.Shows(JuminFaults.LiftNeverReturns) ? DateTimeOffset.MaxValue : desk.Clock.GetUtcNow() + seconds;
        if (!desk.Behaviour.Shows(JuminFaults.LiftDoesNothing))
        {
            lifted[row["atenabango"]] = until;
        }

        row["kessaibango"] = entry["kessaibango"];
        row["kaijoshuryonichiji"] = (desk.Clock.Now + seconds).ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture);
        if (desk.Behaviour.Shows(JuminFaults.LiftTold))
        {
            feeds.Protect(row, "kaijo", Together(row));
        }

        return new Answer("一時解除しました。", Shown(row));
    }

    /// <summary>更新.</summary>
    public Answer Renew(Entry entry)
    {
        var row = Named(entry["atenabango"]);
        row["shuryonengappi"] = entry["shuryonengappi"];
        feeds.Protect(row, "koshin", Together(row));
        return new Answer("更新しました。", Shown(row));
    }

    /// <summary>終了.</summary>
    public Answer End(Entry entry)
    {
        var row = Named(entry["atenabango"]);
        row["shuryoketteinengappi"] = entry["shuryoketteinengappi"];
        row["jotai"] = desk.Behaviour.Shows(JuminFaults.EndDoesNotEnd) ? "支援中" : "終了";
        feeds.Protect(row, "kaijo", Together(row));
        return new Answer("終了しました。", Shown(row).Take(new Row { ["jotai"] = "終了" }));
    }

    /// <summary>終期 of somebody who has moved out.</summary>
    public Answer Until(Entry entry)
    {
        var row = Named(entry["atenabango"]);
        if (Resident(row["atenabango"])?.Row["jotai"] == Jumin.Resident.Here)
        {
            throw new WorkRefusedException("E0006", "転出していない者に転出後の終期は設定できません。");
        }

        row["shienshuryonengappi"] = entry["shienshuryonengappi"];
        return new Answer("設定しました。", Shown(row));
    }

    public IEnumerable<Row> Find(string person) => all.Where(row => person.Length == 0 || row["atenabango"] == person || Together(row).Contains(person)).Select(Shown);

    /// <summary>Measures whose time is over by a day, or will be within 30 days.</summary>
    public IEnumerable<Row> Ending(string day) => all
        .Where(row => State(row) != "終了" && row.Filled("shuryonengappi"))
        .Where(row => Day(row["shuryonengappi"]).DayNumber - Day(day).DayNumber <= 30)
        .Where(row => !desk.Behaviour.Shows(JuminFaults.PassedNotListed) || string.CompareOrdinal(row["shuryonengappi"], day) >= 0)
        .Select(Shown);

    /// <summary>Whether something about the person must not be given out now.</summary>
    public bool Blocks(string person) => all.Any(row => State(row) == "支援中" && Covers(row, person));

    /// <summary>Hides the addresses of a protected person, and warns.</summary>
    public Row Hide(Row row)
    {
        var covered = all.Any(measure => State(measure) != "終了" && Covers(measure, row["atenabango"]));
        row["keikoku"] = covered ? Warning : "";
        if (Blocks(row["atenabango"]) && !desk.Behaviour.Shows(JuminFaults.AddressShown))
        {
            foreach (var item in JuminFields.Names($"{JuminFields.Address} zenjusho tenshutsusakijusho").Where(row.Filled))
            {
                row[item] = Hidden;
            }
        }

        return row;
    }

    private bool Covers(Row measure, string person) => measure["atenabango"] == person
        || (!desk.Behaviour.Shows(JuminFaults.TogetherForgotten) && Together(measure).Contains(person));

    private static IReadOnlyList<string> Together(Row row) =>
        [.. Others.Select(item => row[item]).Where(person => person.Length > 0)];

    private string State(Row row) => row["jotai"] == "終了" ? "終了"
        : row.Filled("shienshuryonengappi") && !desk.Behaviour.Shows(JuminFaults.EndIgnored) && string.CompareOrdinal(row["shienshuryonengappi"], desk.Clock.Day) < 0 ? "終了"
        : desk.Behaviour.Shows(JuminFaults.LapsesByItself) && row.Filled("shuryonengappi") && string.CompareOrdinal(row["shuryonengappi"], desk.Clock.Day) < 0 ? "終了"
        : desk.Behaviour.Shows(JuminFaults.EndsWithMovingOut) && Resident(row["atenabango"])?.Row["jotai"] == Jumin.Resident.Gone ? "終了"
        : lifted.TryGetValue(row["atenabango"], out var until) && desk.Clock.GetUtcNow() < until ? "一時解除中"
        : "支援中";

    private static DateOnly Day(string date) => DateOnly.ParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private Row Shown(Row row) => row.Copy().Take(new Row { ["jotai"] = State(row) });

    private Row? Own(string person) => all.LastOrDefault(row => row["atenabango"] == person && State(row) != "終了");

    private Row Named(string person) => Own(person) ?? throw new WorkRefusedException("E0005", "この者の支援措置は実施されていません。");

    private void Known(string person)
    {
        if (Resident(person) is null)
        {
            throw new WorkRefusedException("E0005", $"宛名番号{person}の住民は登録されていません。");
        }
    }
}
