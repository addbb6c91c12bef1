using Conformance.Reference.Office;
using Conformance.Reference.Office.Intake;
using Conformance.Reference.Office.Items;
using Conformance.Reference.Office.Operations;

namespace Conformance.Reference.Jumin;

/// <summary>転入予約, 転居予約 and 転出届 from ぴったりサービス. The caller holds the gate.</summary>
internal sealed class Bookings(Desk desk, Neighbourhood neighbourhood) : IApplicationDesk
{
    private static readonly string[] Kept = JuminFields.Names(
        $"atenabango {JuminFields.Person} {JuminFields.Address} {JuminFields.Family} idonengappi tenshutsusakijusho tenshutsuyoteinengappi");

    private readonly List<Row> all = [];

    public IReadOnlyList<Row> All => all;

    public IReadOnlyList<string> Procedures => desk.Behaviour.Shows(JuminFaults.LeavingNotTaken)
        ? ["tennyu-yoyaku", "tenkyo-yoyaku"]
        : ["tennyu-yoyaku", "tenkyo-yoyaku", "tenshutsu"];

    public IReadOnlyList<string> Problems(TakenApplication application)
    {
        var needed = application.Procedure == "tenshutsu" ? "tenshutsusakijusho* tenshutsuyoteinengappi*" : JuminFields.Address;
        var fields = desk.Glossary.Of($"atenabango kojinbango shimei* shimei_furigana* seinengappi* seibetsu {needed} zokugara setainushi honseki idonengappi");
        return [.. FieldCheck.Of(fields, application.Items, desk.Behaviour).Select(error => error.Message)];
    }

    public void Register(TakenApplication application)
    {
        var row = new Row { ["uketsukebango"] = application.Number, ["tetsuzuki"] = application.Procedure, ["jotai"] = "受付" }.Take(application.Items.Only(Kept));
        row["zenjusho"] = row.Filled("zenjusho") ? row["zenjusho"] : application.Items["jusho"];
        row["jusho"] = application.Items["jusho"];
        row["shinseinichiji"] = application.Items["shinseinichiji"];
        all.Add(desk.Behaviour.Through("intake", row));
    }

    public bool Withdraw(string number)
    {
        if (all.FirstOrDefault(row => row["uketsukebango"] == number) is not { } row || row["jotai"] != "受付")
        {
            return false;
        }

        row["jotai"] = "取下げ";
        return true;
    }

    /// <summary>What was entered, with what the booking says where nothing was.</summary>
    /// <exception cref="WorkRefusedException">E0005, E0006.</exception>
    public Row Filled(Entry entry, IReadOnlyList<string> procedures)
    {
        var items = entry.Items.Copy();
        if (!entry.Filled("uketsukebango"))
        {
            return items;
        }

        var booking = Named(entry["uketsukebango"]);
        if (booking["jotai"] != "受付" || !procedures.Contains(booking["tetsuzuki"]))
        {
            throw new WorkRefusedException("E0006", $"受付番号{entry["uketsukebango"]}は{booking["jotai"]}の{booking["tetsuzuki"]}です。");
        }

        foreach (var item in Kept.Where(item => !items.Filled(item) && !desk.Behaviour.Shows(JuminFaults.BookingNotUsed)))
        {
            items[item] = booking[item];
        }

        return items;
    }

    /// <summary>The booking has been used.</summary>
    public void Done(Entry entry)
    {
        if (entry.Filled("uketsukebango"))
        {
            Named(entry["uketsukebango"])["jotai"] = "完了";
            if (!desk.Behaviour.Shows(JuminFaults.CompletionNotTold))
            {
                neighbourhood.Tell(entry["uketsukebango"], "kanryo");
            }
        }
    }

    /// <summary>A booking that cannot be accepted.</summary>
    public Answer Refuse(Entry entry)
    {
        var booking = Named(entry["uketsukebango"]);
        if (booking["jotai"] != "受付")
        {
            throw new WorkRefusedException("E0006", $"この予約・届出は{booking["jotai"]}です。");
        }

        booking["jotai"] = "却下";
        neighbourhood.Tell(entry["uketsukebango"], "kyakka");
        return new Answer("却下しました。", booking.Copy());
    }

    public Row Named(string number) => all.FirstOrDefault(row => row["uketsukebango"] == number)
        ?? throw new WorkRefusedException("E0005", $"受付番号{number}の予約・届出はありません。");

    public IEnumerable<Row> Find(Entry asked) => all
        .Where(row => !asked.Filled("uketsukebango") || row["uketsukebango"] == asked["uketsukebango"])
        .Where(row => !asked.Filled("shimei") || row["shimei"].Contains(asked["shimei"], StringComparison.Ordinal))
        .Select(row => row.Copy());
}
