using Conformance.Reference.Core;
using Conformance.Reference.Office;
using Conformance.Reference.Office.Intake;
using Conformance.Reference.Office.Items;
using Conformance.Reference.Office.Neighbours;
using Conformance.Reference.Office.Output;

namespace Conformance.Reference.Jumin;

/// <summary>住民記録: residents and their 異動, certificates, 支援措置, and what other businesses are told.</summary>
internal static class JuminApp
{
    private static readonly OfficeDefinition Definition = new(
        "jumin", "住民記録システム（架空）", JuminFaults.All, JuminFields.Glossary, (JuminFaults.RightOnApi, JuminFaults.RightOnScreen), Assemble)
    {
        LogFault = JuminFaults.LogWithoutOperator,
    };

    public static ReferenceProduct Product { get; } = Definition.Product;

    private static Assembled Assemble(Desk desk, Neighbourhood neighbourhood)
    {
        var feeds = new Feeds(desk);
        var measures = new Measures(desk, feeds);
        var register = new Register(desk, feeds, measures);
        measures.Resident = register.Find;
        var bookings = new Bookings(desk, neighbourhood);
        var settings = new Row { ["shomeisho_katagaki"] = "1", ["mojinookisa"] = "1", ["shomeisho_mado"] = "0", ["ichirankensu"] = "100" };
        var held = new HeldBack();
        var intake = neighbourhood.Mynaportal is { } portal ? new ApplicationIntake(desk, portal, bookings, held, neighbourhood, Faults) : null;
        var certificates = new Certificates(desk, register, measures, settings);
        var operations = new JuminOperations(
            desk, neighbourhood, register, new Movements(desk, register, bookings, feeds), bookings, certificates, measures, held,
            new BulkIntake(desk, intake, JuminFaults.BulkHalfPresent));
        var output = new DataOutput(desk, [.. new RegisterOutput(desk, register, certificates, measures).OfRegister, .. RegisterOutput.OfLinkage(desk, bookings, held, feeds)], JuminFaults.Output.For(desk));
        return new Assembled([.. operations.All(), .. output.Operations(), .. new CommonWork(desk, () => neighbourhood.Rounds).Of(settings, "atenabango")], intake is null ? [] : [intake])
        {
            Fetched = [DataOutput.Fetched, ("/jumin/v1/tenshutsushomei", "転出証明書情報の提供", "application/json"), ("/jumin/v1/ido", "異動情報の提供", "application/json"), ("/jumin/v1/shiensochi", "支援措置対象者情報の提供", "application/json")],
            Routes = (routes, api, screens) =>
            {
                output.Map(routes, api, screens);
                Map(routes, api, desk, feeds);
            },
        };
    }

    private static IntakeFaults Faults => new()
    {
        Twice = JuminFaults.TakenTwice,
        TwiceExcept = "tenshutsu",
        MalformedRegistered = JuminFaults.MalformedRegistered,
        WithdrawalIgnored = JuminFaults.WithdrawalIgnored,
        ReceiptNotTold = JuminFaults.ReceiptNotTold,
    };

    private static void Map(IEndpointRouteBuilder routes, OfficeApi api, Desk desk, Feeds feeds)
    {
        foreach (var feed in Feeds.Members.Keys)
        {
            routes.MapGet($"/jumin/v1/{feed}", Answering.With(context => Task.FromResult(
                api.Authorised(context) ? Read(context, desk, feeds, feed) : OfficeApi.Unauthorised(context))));
        }
    }

    private static IResult Read(HttpContext context, Desk desk, Feeds feeds, string feed)
    {
        var since = context.Request.Query["since"].ToString();
        if (!since.All(char.IsAsciiDigit))
        {
            return OfficeApi.Errors([new WorkError("E0002", "sinceは前回のcursorを設定してください。")], StatusCodes.Status400BadRequest);
        }

        lock (desk.Gate)
        {
            return OfficeApi.Json(feeds.Read(feed, since));
        }
    }
}
