using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using Conformance.Reference.Office;
using Conformance.Reference.Office.Items;
using Conformance.Reference.Office.Neighbours;
using Conformance.Reference.Office.Operations;

namespace Conformance.Reference.Jidoteate;

/// <summary>The steps of a payment that call neighbours: changed accounts are asked for again first, and the file is put where 会計 finds it.</summary>
internal sealed class PaymentWork(Desk desk, Neighbourhood neighbourhood, Payments payments, Notices notices)
{
    /// <summary>連携ID of the file.</summary>
    public const string Linkage = "027x007";

    private const int MostVisits = 20;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);
    private static readonly string[] Items =
        ["shiharaibango", "atenabango", .. JidoteateFields.Names(JidoteateFields.Account), "kingaku", "shiharainengetsu"];

    private readonly ConcurrentDictionary<string, byte[]> files = new(StringComparer.Ordinal);

    /// <summary>What was written under a key, or null.</summary>
    public byte[]? File(string key) => files.GetValueOrDefault(key);

    public async Task<Answer> ExtractAsync(Entry entry, CancellationToken cancellationToken)
    {
        await ConfirmAsync(entry, cancellationToken);
        lock (desk.Gate)
        {
            return payments.Extract(entry);
        }
    }

    public async Task<Answer> WriteAsync(Entry entry, CancellationToken cancellationToken)
    {
        await ConfirmAsync(entry, cancellationToken);
        IReadOnlyList<(Row Payment, Row Recipient)> paid;
        var numbers = new List<string>();
        lock (desk.Gate)
        {
            paid = payments.CarryOut(entry);
            numbers.AddRange(paid.Select(one => notices.Paid(one.Recipient, one.Payment)));
        }

        if (paid.Count == 0)
        {
            throw new WorkRefusedException("E0006", "支払予定の者がいません。");
        }

        var rows = paid.Select(one => desk.Behaviour.Through("file", one.Payment.Only(Items))).ToList();
        var twice = desk.Behaviour.Shows(JidoteateFaults.LineTwice) ? rows.Take(1) : [];
        try
        {
            var (key, bytes) = await neighbourhood.Store.PutAsync(Linkage, Items, [.. rows, .. twice], Encoding.UTF8, cancellationToken);
            files[key] = bytes;
            return new Answer("作成しました。", new Row
            {
                ["filemei"] = key,
                ["kensu"] = rows.Count.ToString(CultureInfo.InvariantCulture),
                ["gokei"] = paid.Sum(one => long.Parse(one.Payment["kingaku"], CultureInfo.InvariantCulture)).ToString(CultureInfo.InvariantCulture),
                ["chohyobango"] = numbers.Count > 0 ? numbers[0] : "",
            });
        }
        catch (NeighbourException failure)
        {
            lock (desk.Gate)
            {
                foreach (var (payment, _) in paid)
                {
                    payment["jotai"] = "支払予定";
                }
            }

            throw new WorkRefusedException([new WorkError("E0503", $"ファイルを置けません。{failure.Message}")], StatusCodes.Status503ServiceUnavailable);
        }
    }

    // Changes are fetched and answered now, for a while; who is not answered by then is shown with the account unsettled.
    private async Task ConfirmAsync(Entry entry, CancellationToken cancellationToken)
    {
        for (var visit = 0; visit < MostVisits; visit++)
        {
            await neighbourhood.Rounds.GoAsync(cancellationToken);
            lock (desk.Gate)
            {
                if (!payments.Waiting(entry))
                {
                    return;
                }
            }

            await Task.Delay(Pause, desk.Clock.Real, cancellationToken);
        }
    }
}
