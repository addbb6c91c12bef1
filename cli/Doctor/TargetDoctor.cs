using Conformance.Cli.Doctor.Checks;
using Conformance.Drivers.Inspection;
using Conformance.Drivers.Profiles;
using Conformance.Spec;
using Conformance.Verdicts;

namespace Conformance.Cli.Doctor;

/// <summary>Looks at everything that a run needs, side by side; nothing that is looked at can change the product.</summary>
internal static class TargetDoctor
{
    /// <summary>Unless a user gives more.</summary>
    public static readonly TimeSpan Whole = TimeSpan.FromSeconds(8);

    /// <param name="editions">The product as each edition of its interface is described, the profile's own first: screens and the systems around it belong to none, and are looked at once.</param>
    /// <param name="port">Where the target looks for the systems that the harness plays.</param>
    /// <param name="output">Where results are to go.</param>
    /// <param name="within">All of it ends by then; what is still under way is told as not looked at.</param>
    public static async Task<IReadOnlyList<PreflightFinding>> LookAsync(IReadOnlyList<Examination> editions, int port, string output, TimeSpan within, CancellationToken cancellationToken)
    {
        var examination = editions[0];
        using var deadline = new CancellationTokenSource(within, examination.Time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellationToken);
        var findings = new List<PreflightFinding>();
        if (!examination.Profile.Environment.MayWrite)
        {
            findings.Add(Findings.Failure("environment", examination.Profile.Environment.Kind, CauseKind.Profile,
                new Bilingual($"環境は「{examination.Profile.Environment.Kind}」である。", $"The environment is 「{examination.Profile.Environment.Kind}」."),
                new Bilingual("実行は架空の人物を登録するので、試験環境でなければ始まらない。", "A run stores people who do not exist, so it begins on a test environment only."),
                new Bilingual("試験環境の対象プロファイル（environment: {kind: test, …}）を使う。", "Use the profile of a test environment (environment: {kind: test, …}).")));
        }

        var machine = Task.Run(() => MachineCheck.Look(output, examination.HasUi, examination.Time.GetUtcNow()), cancellationToken);
        var variables = VariableCheck.Look(examination);
        findings.AddRange(variables);
        findings.AddRange(OutputFolderCheck.Look(examination.Profile));
        if (NeighbourCheck.Port(examination, port) is { } listening)
        {
            findings.Add(listening);
        }

        foreach (var closed in editions.Where(edition => edition.Target is null))
        {
            var unset = variables.First(variable => variable.Level == PreflightLevel.Failure && (variable.Editions is not { } own || own.Contains(closed.Edition!)));
            string[] unseen = [AddressCheck.Connecting, InquiryCheck.Name, OperationCheck.Name, .. closed == examination ? [ScreenCheck.Screen] : Array.Empty<string>()];
            findings.AddRange(closed.Of(unseen.Select(check => Findings.NotLookedAt(check, "", unset))));
        }

        var open = await Task.WhenAll(editions.Where(edition => edition.Target is not null).Select(async edition => (Edition: edition, Book: await AddressBook.LookAsync(edition, cancellationToken))));
        findings.AddRange(open.SelectMany(one => one.Edition.Of(one.Book.Findings)));
        var parts = open.Select(one => BoundedAsync(one.Edition, ClockCheck.Name, () => Preflight.ClocksAsync(one.Edition, one.Book, either.Token)))
            .Concat(open.Where(one => one.Edition.HasApi && one.Book.Root("api.base") is null).Select(one => BoundedAsync(one.Edition, OperationCheck.Name, () => OperationsAsync(one.Edition, either.Token)))).ToList();
        var screens = open.Where(one => one.Edition.HasUi).Select(one => BoundedAsync(null, ScreenCheck.Screen, () => ScreensAsync(one.Edition, one.Book, deadline.Token, cancellationToken))).ToList();
        var access = new AccessCheck();
        foreach (var one in open.Where(one => one.Edition.HasApi))
        {
            findings.AddRange(await BoundedAsync(one.Edition, InquiryCheck.Name, () => access.LookAsync(one.Edition, one.Book, either.Token)));
        }

        findings.AddRange(await BoundedAsync(null, NeighbourCheck.Name, () => access.CallbackAsync(examination, either.Token)));
        foreach (var part in parts.Concat(screens).Append(machine))
        {
            findings.AddRange(await part);
        }

        return findings.ToldOnce();

        async Task<IReadOnlyList<PreflightFinding>> BoundedAsync(Examination? edition, string check, Func<Task<IReadOnlyList<PreflightFinding>>> look)
        {
            try
            {
                var found = await look().WaitAsync(within + TimeSpan.FromMilliseconds(500), examination.Time, cancellationToken);
                return edition?.Of(found) ?? found;
            }
            catch (Exception e) when ((e is OperationCanceledException && !cancellationToken.IsCancellationRequested) || e is TimeoutException)
            {
                return edition?.Of([Findings.OutOfTime(check, "")]) ?? [Findings.OutOfTime(check, "")];
            }
        }
    }

    private static async Task<IReadOnlyList<PreflightFinding>> OperationsAsync(Examination edition, CancellationToken cancellationToken)
    {
        var profile = edition.Profile.Api!;
        using var line = new HarmlessLine(profile.Base, profile.Tls, "api", edition.Target!.Route, profile.Direct, edition.Secrets, edition.AnswerPatience, edition.Time);
        return await new OperationCheck(line, edition).LookAsync(edition.Target.Api!.Operations, cancellationToken);
    }

    private static async Task<IReadOnlyList<PreflightFinding>> ScreensAsync(Examination examination, AddressBook book, CancellationToken deadline, CancellationToken cancellationToken) =>
        book.Root("ui.base") is { } down
            ? [Findings.NotLookedAt(ScreenCheck.Login, "", down), Findings.NotLookedAt(ScreenCheck.Screen, "", down)]
            : await ScreenCheck.LookAsync(examination.Target!.Ui!, examination, deadline, cancellationToken);
}
