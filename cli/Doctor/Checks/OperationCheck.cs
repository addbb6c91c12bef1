using System.Collections.Concurrent;
using System.Globalization;
using Conformance.Drivers;
using Conformance.Drivers.Api;
using Conformance.Drivers.Inspection;
using Conformance.Drivers.Profiles;
using Conformance.Spec;
using Conformance.Verdicts;

namespace Conformance.Cli.Doctor.Checks;

/// <summary>
/// Whether something is there at every address that the profile maps, without doing it. Three questions, none of which can write:
/// <list type="number">
/// <item>OPTIONS, which is safe by definition (RFC 9110, 9.2.1). An Allow header names the methods that are there.</item>
/// <item>Where that tells nothing: a GET for an operation that is a GET, which is safe likewise; for POST, PUT and PATCH the method itself, without a credential
/// and with a text that is no JSON, so that a product would have to ignore both to do anything.</item>
/// <item>The same at an address where nothing can be: what is answered there as well says nothing.</item>
/// </list>
/// DELETE, what needs no credential, and what the product does without being given anything (batches) are asked the first question only.
/// </summary>
internal sealed class OperationCheck(HarmlessLine line, Examination examination)
{
    public const string Name = "operation";

    // Nobody has an operation of this name.
    private const string Nowhere = "conformance-sonzaishinai-basho";
    private const int AtOnce = 8;

    private static readonly Bilingual Why = new("この操作を使うシナリオは、すべて判定不能になる。", "Every scenario that uses this operation would be inconclusive.");

    private readonly ConcurrentDictionary<string, Lazy<Task<HarmlessAnswer>>> controls = new(StringComparer.Ordinal);

    public async Task<IReadOnlyList<PreflightFinding>> LookAsync(IReadOnlyList<MappedOperation> operations, CancellationToken cancellationToken)
    {
        var places = operations.GroupBy(operation => (operation.Method, operation.Path)).Select(same => same.ToList()).ToList();
        var found = new PreflightFinding[places.Count];
        await Parallel.ForAsync(0, places.Count, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken },
            async (i, cancel) => found[i] = await OneAsync(places[i], cancel));
        return found;
    }

    private async ValueTask<PreflightFinding> OneAsync(List<MappedOperation> same, CancellationToken cancellationToken)
    {
        var operation = same[0];
        var subject = $"{operation.Method} {operation.Path}（{string.Join("、", same.Select(one => one.Exchange))}）";
        try
        {
            return await OptionsAsync(operation, subject, cancellationToken) ?? await MethodAsync(same, subject, cancellationToken);
        }
        catch (TargetUnreachableException e)
        {
            return Findings.Warning(Name, subject, CauseKind.Environment, new Bilingual($"応答がない：{e.Message}。", $"No answer: {e.Message}."), Why,
                new Bilingual("製品の記録で、この呼び出しに何が起きたかを見る。", "See in the product's log what became of this call."));
        }
    }

    private async Task<PreflightFinding?> OptionsAsync(MappedOperation operation, string subject, CancellationToken cancellationToken)
    {
        var answer = await line.OptionsAsync(Address(operation), cancellationToken);
        if (answer.Allow.Count == 0)
        {
            return null;
        }

        // A gateway may allow everything everywhere.
        var nowhere = await ControlAsync("OPTIONS", cancellationToken);
        if (nowhere.Allow.Count > 0)
        {
            return null;
        }

        var allowed = string.Join(", ", answer.Allow);
        return answer.Allow.Contains(operation.Method)
            ? Findings.Ok(Name, subject, new Bilingual($"ある（Allow: {allowed}）。", $"It is there (Allow: {allowed})."))
            : Absent(subject, $"宛先はあるが、{operation.Method} は受け付けない（Allow: {allowed}）。", $"The address is there, but not for {operation.Method} (Allow: {allowed}).");
    }

    private async Task<PreflightFinding> MethodAsync(List<MappedOperation> same, string subject, CancellationToken cancellationToken)
    {
        var operation = same[0];
        if (operation.Method is not ("GET" or "POST" or "PUT" or "PATCH"))
        {
            return Untried(subject, $"{operation.Method} は試さない", $"{operation.Method} is never tried");
        }

        if (operation.Method != "GET" && examination.Profile.Api!.Auth.Method == AuthMethod.None)
        {
            return Untried(subject, "認証なしで受け付ける操作は試さない", "what needs no credential is never tried");
        }

        if (operation.Method != "GET" && same.Any(one => examination.Roles.Any(role => role.Exchanges.TryGetValue(one.Exchange, out var exchange) && exchange.IsBatch)))
        {
            return Untried(subject, "何も渡さなくても動くもの（バッチ）は試さない", "what works without being given anything (a batch) is never tried");
        }

        var answer = await AskAsync(operation.Method, Address(operation), cancellationToken);
        if (answer.Status is 404 or 405 or 501)
        {
            return answer.Status == 404 && operation.HasItems
                ? Findings.NotShown(Name, subject, new Bilingual("404。宛先が人や番号によるので、あるともないとも言えない。", "404; the address depends on the person, so that says nothing."), new Bilingual("", ""))
                : Absent(subject, $"そこには何もない（{answer.Status}）。", $"There is nothing there ({answer.Status}).");
        }

        var nowhere = await ControlAsync(operation.Method, cancellationToken);
        return nowhere.Status == answer.Status
            ? Findings.NotShown(Name, subject,
                new Bilingual($"何もないはずの宛先にも同じ応答（{answer.Status}）があるので、分からない。", $"An address where nothing is gets the same answer ({answer.Status}), so that says nothing."), new Bilingual("", ""))
            : Judge(answer, operation, subject);
    }

    private static PreflightFinding Judge(HarmlessAnswer answer, MappedOperation operation, string subject) => answer.Status switch
    {
        >= 300 and < 400 => Findings.Warning(Name, subject, CauseKind.Profile,
            new Bilingual($"別の場所へ転送される（{answer.Status} {answer.Location}）。", $"It leads elsewhere ({answer.Status} {answer.Location})."), Why,
            new Bilingual("画面の宛先を書いていないか確かめ、転送先の宛先を書く。", "See whether this is the address of a screen; write the address that it leads to.")),
        >= 500 => Findings.Warning(Name, subject, CauseKind.Environment,
            new Bilingual($"あるが、エラーになる（{answer.Status}）。", $"It is there and fails ({answer.Status})."), Why,
            new Bilingual("製品の記録を見る。保守中でないか確かめる。", "See the product's log, and whether it is being maintained.")),
        < 300 when operation.Method != "GET" => Findings.Warning(Name, subject, CauseKind.Product,
            new Bilingual($"認証情報も読める内容もないのに受け付けた（{answer.Status}）。", $"It was accepted without a credential and with a body that cannot be read ({answer.Status})."),
            new Bilingual("この宛先の応答からは、拒否も受付も読み取れないおそれがある。", "Acceptance and refusal may not be told apart here."),
            new Bilingual("宛先が正しいか、認証が働いているかを確かめる。", "See whether the address is right, and whether credentials are checked.")),
        _ => Findings.Ok(Name, subject, new Bilingual($"ある（{answer.Status}）。", $"It is there ({answer.Status}).")),
    };

    private async Task<HarmlessAnswer> ControlAsync(string method, CancellationToken cancellationToken) =>
        await controls.GetOrAdd(method, name => new Lazy<Task<HarmlessAnswer>>(() => AskAsync(name, Nowhere, CancellationToken.None))).Value.WaitAsync(cancellationToken);

    private Task<HarmlessAnswer> AskAsync(string method, string path, CancellationToken cancellationToken) => method switch
    {
        "OPTIONS" => line.OptionsAsync(path, cancellationToken),
        "GET" => line.GetAsync(path, cancellationToken),
        _ => line.UnreadableAsync(method, path, cancellationToken),
    };

    private static PreflightFinding Absent(string subject, string ja, string en) => Findings.Failure(Name, subject, CauseKind.Profile, new Bilingual(ja, en), Why,
        new Bilingual("対象プロファイルの method と宛先を、製品の API の説明と照らして直す。版やゲートウェイの接頭辞も見る。", "Compare method and path in the profile with the product's description of its API, version and prefix of a gateway included."));

    private static PreflightFinding Untried(string subject, string ja, string en) => Findings.NotShown(Name, subject,
        new Bilingual($"分からない。{ja}。", $"Not shown: {en}."), new Bilingual("", ""));

    // What stands for an item is only there to make an address.
    private static string Address(MappedOperation operation)
    {
        var path = operation.Path;
        while (path.IndexOf('{', StringComparison.Ordinal) is >= 0 and var open && path.IndexOf('}', open) is > 0 and var close)
        {
            path = string.Create(CultureInfo.InvariantCulture, $"{path[..open]}0{path[(close + 1)..]}");
        }

        return path;
    }
}
