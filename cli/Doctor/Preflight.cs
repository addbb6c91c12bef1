using Conformance.Cli.Doctor.Checks;
using Conformance.Drivers.Inspection;
using Conformance.Verdicts;

namespace Conformance.Cli.Doctor;

/// <summary>The quick part of an examination, which every run does by itself: what would make everything fail. No browser, nothing that writes.</summary>
internal static class Preflight
{
    /// <returns>Everything that was looked at; a failure among it means that a run would say nothing about the product.</returns>
    public static async Task<IReadOnlyList<PreflightFinding>> LookAsync(Examination examination, CancellationToken cancellationToken)
    {
        var book = await AddressBook.LookAsync(examination, cancellationToken);
        var findings = book.Findings.ToList();
        if (findings.FirstFailure() is not null)
        {
            return examination.Of(findings);
        }

        var clocks = ClocksAsync(examination, book, cancellationToken);
        foreach (var role in examination.Roles)
        {
            findings.AddRange(await InquiryCheck.LookAsync(examination, role, cancellationToken));
        }

        return examination.Of([.. findings, .. await clocks]);
    }

    /// <summary>The clock of every server of the product that takes connections.</summary>
    public static async Task<IReadOnlyList<PreflightFinding>> ClocksAsync(Examination examination, AddressBook book, CancellationToken cancellationToken)
    {
        var (api, ui) = (examination.Profile.Api, examination.Profile.Ui);
        var lines = new List<(HarmlessLine Line, Uri Address, string Place)>();
        if (examination.HasApi)
        {
            lines.Add((new HarmlessLine(api!.Base, api.Tls, "api", examination.Target!.Route, api.Direct, examination.Secrets, examination.AnswerPatience, examination.Time), api.Base.RevealAddress(examination.Secrets), "api.base"));
        }

        if (examination.HasUi)
        {
            lines.Add((new HarmlessLine(ui!.Base, ui.Tls, "ui", examination.Target!.Route, false, examination.Secrets, examination.AnswerPatience, examination.Time), ui.Base.RevealAddress(examination.Secrets), "ui.base"));
        }

        try
        {
            return await Task.WhenAll(lines.DistinctBy(one => one.Address.Authority).Select(one => book.Root(one.Place) is { } root
                ? Task.FromResult(Findings.NotLookedAt(ClockCheck.Name, one.Address.GetLeftPart(UriPartial.Authority), root))
                : ClockCheck.LookAsync(one.Line, one.Address.GetLeftPart(UriPartial.Authority), examination, cancellationToken)));
        }
        finally
        {
            lines.ForEach(one => one.Line.Dispose());
        }
    }
}
