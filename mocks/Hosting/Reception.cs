using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Conformance.Mocks;

/// <summary>Takes every request in, has it answered by the neighbour whose path it is, journals both, then lets the answer go.</summary>
internal sealed class Reception(
    IReadOnlyList<INeighbour> neighbours, Journal journal, FaultPlan faults, AdminPages admin, TimeProvider time, int largestBody)
{
    private readonly (INeighbour Neighbour, Lock Gate)[] doors = [.. neighbours.Select(neighbour => (neighbour, new Lock()))];

    public async Task HandleAsync(HttpContext context)
    {
        var request = await ReadAsync(context);
        if (request is null)
        {
            return;
        }

        if (AdminPages.Owns(request.Path))
        {
            await SendAsync(context, admin.Answer(request));
            return;
        }

        var (answer, fault) = Decide(request);
        if (fault is { Delay: var delay } && delay > TimeSpan.Zero)
        {
            await Task.Delay(delay, time, context.RequestAborted);
        }

        if (fault is { Reset: true })
        {
            context.Abort();
            return;
        }

        await SendAsync(context, answer);
    }

    private (MockAnswer Answer, Fault? Fault) Decide(MockRequest request)
    {
        var (neighbour, gate) = Array.Find(doors, door => door.Neighbour.Owns(request.Path));
        if (neighbour is null)
        {
            var nobody = new MockAnswer(404, "text/plain; charset=UTF-8", "Nobody answers at this path.") { Reasons = [$"Nobody answers at {request.Path}."] };
            Record(request, "", new Receipt("不明"), nobody, null, null);
            return (nobody, null);
        }

        var receipt = neighbour.Receive(request);
        var fault = faults.Take(receipt);
        lock (gate)
        {
            MockAnswer answer;
            string? failure = null;
            try
            {
                answer = fault is { ReplacesAnswer: true, TakesEffect: false }
                    ? new MockAnswer(fault.Status ?? 0, fault.ContentType, fault.Body)
                    : neighbour.Answer(request, receipt);
            }
            catch (Exception bug) when (bug is not OutOfMemoryException)
            {
                // A bug here must neither pass for the target's fault nor be lost: it is in the journal, and the target sees a 5xx.
                failure = bug.ToString();
                answer = new MockAnswer(500, "text/plain; charset=UTF-8", "The neighbour failed.");
            }

            if (fault is { TakesEffect: true, Status: { } status })
            {
                answer = answer with { Status = status, ContentType = fault.ContentType, Body = fault.Body, RedactedBody = null };
            }

            Record(request, neighbour.Name, receipt, answer, fault, failure);
            return (answer, fault);
        }
    }

    private void Record(MockRequest request, string neighbour, Receipt receipt, MockAnswer answer, Fault? fault, string? failure) =>
        journal.Append(new JournalEntry
        {
            Time = time.GetUtcNow(),
            Neighbour = neighbour,
            Operation = receipt.Operation,
            Method = request.Method,
            Path = request.Query.Length == 0 ? request.Path : $"{request.Path}?{Redaction.Form(request.Query)}",
            Headers = Redaction.Headers(request.Headers),
            Body = receipt.RedactedBody ?? request.Body,
            Client = receipt.Client,
            Items = receipt.Items,
            Conditions = receipt.Conditions,
            Reasons = answer.Reasons,
            Remarks = answer.Remarks,
            ResponseStatus = fault is { Reset: true } ? null : answer.Status,
            ResponseBody = fault is { Reset: true } ? "" : answer.RedactedBody ?? answer.Body,
            Prepared = answer.Prepared,
            Fault = fault?.ToString(),
            Failure = failure,
            Claimable = receipt.Claimable,
        });

    /// <returns>Null where the body was too large or never came; then it is answered already.</returns>
    private async Task<MockRequest?> ReadAsync(HttpContext context)
    {
        var http = context.Request;
        // The path as sent: what the framework decodes would hide how the target writes it.
        var target = context.Features.Get<IHttpRequestFeature>()!.RawTarget;
        var mark = target.IndexOf('?', StringComparison.Ordinal);
        var head = new MockRequest(
            http.Method,
            mark < 0 ? target : target[..mark],
            mark < 0 ? "" : target[(mark + 1)..],
            http.Headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase),
            "");
        try
        {
            using var buffer = new MemoryStream((int)Math.Clamp(http.ContentLength ?? 0, 0, largestBody));
            await http.Body.CopyToAsync(buffer, context.RequestAborted);
            return head with { Body = Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length) };
        }
        catch (BadHttpRequestException refused)
        {
            var answer = new MockAnswer(refused.StatusCode, "text/plain; charset=UTF-8", refused.Message) { Reasons = [refused.Message] };
            Record(head, "", new Receipt("不明"), answer, null, null);
            await SendAsync(context, answer);
            return null;
        }
    }

    private static async Task SendAsync(HttpContext context, MockAnswer answer)
    {
        context.Response.StatusCode = answer.Status;
        foreach (var (name, value) in answer.Headers)
        {
            context.Response.Headers[name] = value;
        }

        if (answer.Body.Length == 0)
        {
            return;
        }

        var body = Encoding.UTF8.GetBytes(answer.Body);
        context.Response.ContentType = answer.ContentType;
        context.Response.ContentLength = body.Length;
        if (!HttpMethods.IsHead(context.Request.Method))
        {
            await context.Response.Body.WriteAsync(body, context.RequestAborted);
        }
    }
}
