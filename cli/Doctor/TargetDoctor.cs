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

    /// <param name="port">Where the target looks for the systems that the harness plays.</param>
    /// <param name="output">Where results are to go.</param>
    /// <param name="within">All of it ends by then; what is still under way is told as not looked at.</param>
    public static async Task<IReadOnlyList<PreflightFinding>> LookAsync(Examination examination, int port, string output, TimeSpan within, CancellationToken cancellationToken)
    {
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
        if (NeighbourCheck.Port(examination, port) is { } listening)
        {
            findings.Add(listening);
        }

        if (variables.FirstFailure() is { } unset)
        {
            findings.AddRange(new[] { AddressCheck.Connecting, InquiryCheck.Name, OperationCheck.Name, ScreenCheck.Screen }.Select(check => Findings.NotLookedAt(check, "", unset)));
            return [.. findings, .. await machine];
        }

        var book = await AddressBook.LookAsync(examination, cancellationToken);
        findings.AddRange(book.Findings);
        var clocks = BoundedAsync(ClockCheck.Name, () => Preflight.ClocksAsync(examination, book, either.Token));
        var api = examination.HasApi ? BoundedAsync(OperationCheck.Name, () => ApiAsync(examination, book, either.Token)) : NothingAsync();
        var screens = examination.HasUi ? BoundedAsync(ScreenCheck.Screen, () => ScreensAsync(examination, book, deadline.Token, cancellationToken)) : NothingAsync();
        foreach (var part in new[] { clocks, api, screens, machine })
        {
            findings.AddRange(await part);
        }

        return findings;

        async Task<IReadOnlyList<PreflightFinding>> BoundedAsync(string check, Func<Task<IReadOnlyList<PreflightFinding>>> look)
        {
            try
            {
                return await look().WaitAsync(within + TimeSpan.FromMilliseconds(500), examination.Time, cancellationToken);
            }
            catch (Exception e) when ((e is OperationCanceledException && !cancellationToken.IsCancellationRequested) || e is TimeoutException)
            {
                return [Findings.OutOfTime(check, "")];
            }
        }
    }

    private static Task<IReadOnlyList<PreflightFinding>> NothingAsync() => Task.FromResult<IReadOnlyList<PreflightFinding>>([]);

    private static async Task<IReadOnlyList<PreflightFinding>> ApiAsync(Examination examination, AddressBook book, CancellationToken cancellationToken)
    {
        var (profile, driver) = (examination.Profile.Api!, examination.Target!.Api!);
        if (book.Root("api.base") is { } down)
        {
            return [.. new[] { TokenCheck.Name, InquiryCheck.Name, OperationCheck.Name, NeighbourCheck.Name }.Select(check => Findings.NotLookedAt(check, "", down))];
        }

        using var line = new HarmlessLine(profile.Base, profile.Tls, "api", examination.Target.Route, profile.Direct, examination.Secrets, examination.AnswerPatience, examination.Time);
        var operations = new OperationCheck(line, examination).LookAsync(driver.Operations, cancellationToken);
        var scopes = driver.Operations.Select(operation => operation.Scope).Distinct().ToList();
        var tokens = book.Root("api.auth.server") is { } silent
            ? [Findings.NotLookedAt(TokenCheck.Name, "", silent)]
            : await TokenCheck.LookAsync(driver, profile.Auth, scopes, cancellationToken);
        var findings = new List<PreflightFinding>(tokens);
        if (tokens.FirstOrDefault(finding => finding.Level == PreflightLevel.Failure || finding.Because is not null) is { } root)
        {
            findings.Add(Findings.NotLookedAt(InquiryCheck.Name, "", root));
        }
        else
        {
            foreach (var role in examination.Roles)
            {
                findings.AddRange(await InquiryCheck.LookAsync(examination, role, cancellationToken));
            }

            if (await NeighbourCheck.CallbackAsync(examination, cancellationToken) is { } callback)
            {
                findings.Add(callback);
            }
        }

        return [.. findings, .. await operations];
    }

    private static async Task<IReadOnlyList<PreflightFinding>> ScreensAsync(Examination examination, AddressBook book, CancellationToken deadline, CancellationToken cancellationToken) =>
        book.Root("ui.base") is { } down
            ? [Findings.NotLookedAt(ScreenCheck.Login, "", down), Findings.NotLookedAt(ScreenCheck.Screen, "", down)]
            : await ScreenCheck.LookAsync(examination.Target!.Ui!, examination, deadline, cancellationToken);
}
