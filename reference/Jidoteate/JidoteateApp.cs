using Conformance.Reference.Core;
using Conformance.Reference.Office;
using Conformance.Reference.Office.Intake;
using Conformance.Reference.Office.Items;
using Conformance.Reference.Office.Neighbours;
using Conformance.Reference.Office.Output;
using Conformance.Reference.Office.Screens;

namespace Conformance.Reference.Jidoteate;

/// <summary>児童手当: claims from ぴったりサービス and from the counter, decisions, notices, payments.</summary>
internal static class JidoteateApp
{
    private static readonly OfficeDefinition Definition = new(
        "jidoteate", "児童手当システム（架空）", JidoteateFaults.All, JidoteateFields.Glossary, (JidoteateFaults.RightOnApi, JidoteateFaults.RightOnScreen), Assemble);

    public static ReferenceProduct Product { get; } = Definition.Product;

    private static Assembled Assemble(Desk desk, Neighbourhood neighbourhood)
    {
        var people = new People(desk);
        var protection = new Protection(desk);
        var allowance = new Allowance(desk.Behaviour);
        var ledger = new Ledger(desk, people, protection, allowance);
        var attachments = new Attachments();
        var claims = new Claims(desk, people, protection, attachments);
        var accounts = new Accounts(desk, neighbourhood.Calls, desk.Settings.Koza);
        var notices = new Notices(desk, protection);
        var changes = new Changes(desk, ledger, allowance, notices);
        var decisions = new Decisions(desk, neighbourhood, claims, ledger, accounts, allowance, notices, changes);
        accounts.Answered = decisions.Answered;
        accounts.Changed = decisions.AccountChanged;
        var moves = new Moves(desk, protection);
        var events = new Events(desk, ledger, people, notices);
        var held = new HeldBack();
        var payments = new Payments(desk, ledger, allowance, accounts);
        var work = new PaymentWork(desk, neighbourhood, payments, notices);
        var intake = neighbourhood.Mynaportal is { } portal ? new ApplicationIntake(desk, portal, claims, held, neighbourhood, Faults) : null;
        List<INeighbour> neighbours = [];
        if (desk.Settings.Jumin is { } residents)
        {
            neighbours.Add(new ResidentFeeds(desk, neighbourhood.Calls, residents, held, moves, protection, events));
        }

        neighbours.AddRange(intake is null ? [] : [intake]);
        neighbours.AddRange(desk.Settings.Koza is null ? [] : [accounts]);
        var settings = new Row { ["ichirankensu"] = "100", ["mojinookisa"] = "1", ["tsuchinojusho"] = "0" };
        var output = new DataOutput(desk, [.. new LedgerOutput(desk, ledger, claims, payments, allowance).OfWork(accounts, protection), .. LedgerOutput.OfArrivals(attachments, protection, events, moves, held)], JidoteateFaults.Output.For(desk));
        return new Assembled(
            [
                .. output.Operations(),
                .. new ClaimOperations(desk, neighbourhood, claims, decisions, changes, accounts, attachments, held, new BulkIntake(desk, intake, JidoteateFaults.BulkHalfPresent)).All(),
                .. new LedgerOperations(desk, ledger, changes, protection, moves, events, allowance, payments, work).All(),
                .. new CommonWork(desk, () => neighbourhood.Rounds).Of(settings, "ninteibango seikyubango atenabango"),
            ],
            neighbours)
        {
            Fetched =
            [
                DataOutput.Fetched,
                ("/api/tempu/{seikyubango}/{tempuid}", "添付書類の取得", "application/octet-stream"),
                ("/api/shiharai-file/{fairumei}", "支払データの取得", "text/csv"),
            ],
            Routes = (routes, api, screens) =>
            {
                output.Map(routes, api, screens);
                Map(routes, api, screens, attachments, work);
            },
        };
    }

    private static IntakeFaults Faults => new()
    {
        Twice = JidoteateFaults.TakenTwice,
        MalformedRegistered = JidoteateFaults.MalformedRegistered,
        MalformedLost = JidoteateFaults.MalformedLost,
        WithdrawalIgnored = JidoteateFaults.WithdrawalIgnored,
        AttachmentCut = JidoteateFaults.AttachmentCut,
        ReceiptNotTold = JidoteateFaults.ReceiptNotTold,
    };

    private static void Map(IEndpointRouteBuilder routes, OfficeApi api, OfficeScreens screens, Attachments attachments, PaymentWork work)
    {
        routes.MapGet("/api/tempu/{claim}/{id}", Answering.With(context => Task.FromResult(
            api.Authorised(context) ? Paper(context, attachments) : OfficeApi.Unauthorised(context))));
        routes.MapGet("/tempu/{claim}/{id}", (HttpContext context) => screens.WithOperator(context, _ => Paper(context, attachments)));
        routes.MapGet("/api/shiharai-file/{**key}", Answering.With(context => Task.FromResult(!api.Authorised(context) ? OfficeApi.Unauthorised(context)
            : work.File($"{context.Request.RouteValues["key"]}") is { } bytes ? Results.Bytes(bytes, "text/csv; charset=utf-8")
            : OfficeApi.Errors([new WorkError("E0005", "そのファイルはありません。")], StatusCodes.Status404NotFound))));
    }

    private static IResult Paper(HttpContext context, Attachments attachments) =>
        attachments.Find($"{context.Request.RouteValues["claim"]}", $"{context.Request.RouteValues["id"]}") is { } paper
            ? Results.Bytes(paper.Content, paper.ContentType)
            : Results.NotFound();
}
