using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Conformance.Reference.Core;

namespace Conformance.Reference.Office;

/// <summary>The test clock: PUT /test/clock {"now"}, DELETE for the real time, GET for what it shows. For test environments only.</summary>
internal static class ClockApi
{
    public static void Map(IEndpointRouteBuilder routes, OfficeClock clock)
    {
        routes.MapGet("/test/clock", () => Shown(clock));
        routes.MapDelete("/test/clock", () =>
        {
            clock.Reset();
            return Shown(clock);
        });
        routes.MapPut("/test/clock", Answering.With(async context =>
        {
            if (await NowAsync(context) is not { } now)
            {
                return Results.Text("""{"errors":[{"code":"E0002","message":"now は 2026-04-01T09:00:00+09:00 の形で設定してください。"}]}""", "application/json", statusCode: 400);
            }

            clock.Set(now);
            return Shown(clock);
        }));
    }

    private static async Task<DateTimeOffset?> NowAsync(HttpContext context)
    {
        try
        {
            var body = await JsonNode.ParseAsync(context.Request.Body, cancellationToken: context.RequestAborted);
            return DateTimeOffset.TryParse(
                (body as JsonObject)?["now"]?.ToString(), CultureInfo.InvariantCulture, DateTimeStyles.AssumeLocal, out var now) ? now : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static IResult Shown(OfficeClock clock) => Results.Text($$"""{"now":"{{clock.Stamp}}"}""", "application/json");
}
