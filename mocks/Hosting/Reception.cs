using Microsoft.AspNetCore.Http;

namespace Conformance.Mocks;

/// <summary>Takes every request in, has it answered by a stub or by the neighbour whose path it is, journals both, then lets the answer go.</summary>
internal sealed class Reception(HostParts parts, AdminPages admin, int largestBody) : IDisposable
{
    private readonly (INeighbour Neighbour, Lock Gate)[] doors = [.. parts.Neighbours.Select(neighbour => (neighbour, new Lock()))];
    private const string StubNeighbour = "スタブ";

    private readonly StubForwarding forwarding = new();
    private readonly Dispatch dispatch = new(parts.Time);

    public void Dispose() => forwarding.Dispose();

    public async Task HandleAsync(HttpContext context)
    {
        var request = await ReadAsync(context);
        if (request is null)
        {
            return;
        }

        if (AdminPages.Owns(request.Path))
        {
            await dispatch.SendAsync(context, admin.Answer(request));
            return;
        }

        if (parts.Observed.Count > 0 && Watched(request) is { } real)
        {
            var passed = await forwarding.ForwardAsync(real.Proxy, new StubRequest(request), context.RequestAborted);
            var (owner, told) = Doorbell(request);
            Record(request, real.Name, owner == real.Name ? told : Unreadable(request) with { Operation = $"{request.Method} {request.Path}" }, passed, null, null);
            await dispatch.SendAsync(context, passed);
            return;
        }

        if (parts.Stubs.Count > 0 && new StubRequest(request) is var seen && parts.Stubs.Match(seen) is { } mapping)
        {
            var stubbed = await parts.Stubs.AnswerAsync(mapping, seen, context.RequestAborted);
            var (neighbour, receipt) = Doorbell(request);
            Record(request, neighbour, receipt, stubbed, null, null);
            await dispatch.SendAsync(context, stubbed);
            return;
        }

        await dispatch.SendAsync(context, Decide(request));
    }

    private ObservedNeighbour? Watched(MockRequest request) => parts.Observed.FirstOrDefault(real => real.Paths.Count > 0
        ? real.Paths.Any(path => request.Path.StartsWith(path, StringComparison.Ordinal))
        : Array.Find(doors, door => door.Neighbour.Owns(request)).Neighbour?.Name == real.Name);

    /// <summary>Whose request a stub answered, and what it asked for, so that a scenario can claim it all the same.</summary>
    private (string Neighbour, Receipt Receipt) Doorbell(MockRequest request)
    {
        var (neighbour, _) = Array.Find(doors, door => door.Neighbour.Owns(request));
        return neighbour is null ? (StubNeighbour, Unreadable(request) with { Operation = StubNeighbour }) : (neighbour.Name, neighbour.Receive(request));
    }

    private MockAnswer Decide(MockRequest request)
    {
        var (neighbour, gate) = Array.Find(doors, door => door.Neighbour.Owns(request));
        if (neighbour is null)
        {
            var nobody = new MockAnswer(404, "text/plain; charset=UTF-8", parts.Stubs.Advice(request))
            {
                Reasons = [$"Nobody answers at {request.Path}."], Unmatched = true,
            };
            Record(request, "", Unreadable(request), nobody, null, null);
            return nobody;
        }

        var receipt = neighbour.Receive(request);
        var fault = parts.Faults.Take(receipt);
        var seen = fault is { ExpiredToken: true, Status: null } ? request.WithBearer(parts.Authorisation.IssueExpired(request.BearerToken)) : request;
        lock (gate)
        {
            MockAnswer answer;
            string? failure = null;
            try
            {
                answer = fault is { ReplacesAnswer: true, TakesEffect: false }
                    ? new MockAnswer(fault.Status ?? 0, fault.ContentType, fault.Body)
                    : neighbour.Answer(seen, receipt);
            }
            catch (Exception bug) when (bug is not OutOfMemoryException)
            {
                // A bug here must neither pass for the target's fault nor be lost: it is in the journal, and the target sees a 5xx.
                failure = bug.ToString();
                answer = new MockAnswer(500, "text/plain; charset=UTF-8", "The neighbour failed.");
            }

            answer = FaultEffect.Apply(fault, answer);
            Record(request, neighbour.Name, receipt, answer, fault, failure);
            return answer;
        }
    }

    private void Record(MockRequest request, string neighbour, Receipt receipt, MockAnswer answer, Fault? fault, string? failure)
    {
        var lost = answer.Status == 0 || answer.Sending is { Break: Break.Reset or Break.Empty or Break.Garbage };
        parts.Journal.Append(new JournalEntry
        {
            Time = parts.Time.GetUtcNow(),
            Neighbour = neighbour,
            Operation = receipt.Operation,
            Method = request.Method,
            Path = request.Query.Length == 0 ? request.Path : $"{request.Path}?{Redaction.Form(request.Query)}",
            Headers = Redaction.Headers(request.Headers),
            Repeated = Redaction.Repeated(request.Repeated),
            Caller = request.Caller,
            Scheme = request.Scheme,
            Body = receipt.RedactedBody ?? (request.IsUtf8 ? request.Body : MockAnswer.Shown(request.Content)),
            Client = receipt.Client,
            Items = receipt.Items,
            Subject = receipt.Subject,
            Conditions = receipt.Conditions,
            Reasons = answer.Reasons,
            Remarks = answer.Remarks,
            ResponseStatus = lost ? null : answer.Status,
            ResponseBody = lost ? "" : answer.RedactedBody ?? answer.Body,
            Prepared = answer.Prepared,
            Stub = answer.Stub,
            Unmatched = answer.Unmatched,
            Fault = fault?.ToString(),
            Failure = failure,
            Claimable = receipt.Claimable,
        });
    }

    /// <returns>Null where the body was too large or never came; then that is journalled, and answered where somebody still listens.</returns>
    private async ValueTask<MockRequest?> ReadAsync(HttpContext context)
    {
        var head = Intake.Head(context);
        try
        {
            return await Intake.WithBodyAsync(context, head, largestBody);
        }
        catch (BadHttpRequestException refused)
        {
            // Too large, wrongly framed, or its end is missing.
            var answer = new MockAnswer(refused.StatusCode, "text/plain; charset=UTF-8", refused.Message) { Reasons = [refused.Message], Unmatched = true };
            Record(head, "", Unreadable(head), answer, null, null);
            await dispatch.SendAsync(context, answer);
            return null;
        }
        catch (Exception gone) when (gone is IOException or OperationCanceledException)
        {
            var nothing = new MockAnswer(0, "", "") { Reasons = ["The request broke off before its body was complete."], Unmatched = true };
            Record(head, "", Unreadable(head), nothing, null, null);
            return null;
        }
    }

    /// <summary>A request that no neighbour read; it may be a token request gone astray.</summary>
    private static Receipt Unreadable(MockRequest request) => new("不明")
    {
        RedactedBody = request.Header("Content-Type")?.StartsWith("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase) == true
            ? Redaction.Form(request.Body)
            : null,
    };
}
