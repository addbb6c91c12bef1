using Conformance.Drivers.Api;
using Conformance.Drivers.Network;
using Conformance.Drivers.Profiles;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Conformance.Drivers;

/// <summary>Asks a product which build it is.</summary>
internal static class TargetBuild
{
    // A build is a word or two; a page that was matched too generously is none.
    private const int Longest = 200;

    public static async Task<string> ReadAsync(BuildSource source, ApiDriver? api, UiProfile? ui, NetworkRoute route, Secrets secrets, CancellationToken cancellationToken)
    {
        var (status, text) = source.Surface == "api" && api is not null ? await api.FetchAsync(source.Path, source.Scope, cancellationToken).ConfigureAwait(false)
            : ui is not null ? await PageAsync(source, ui, route, secrets, cancellationToken).ConfigureAwait(false)
            : throw new ProfileMismatchException($"product.build: the profile has no {source.Surface} to ask for {source.Path}.");
        if (status is < 200 or > 299)
        {
            throw new ProfileMismatchException($"product.build: {source.Path} is answered {status}.");
        }

        return Found(source, text) is { Length: > 0 and <= Longest } build
            ? build
            : throw new ProfileMismatchException($"product.build: what {source.Path} answers does not hold a build at {source.Read ?? source.Match?.ToString()}.");
    }

    private static string? Found(BuildSource source, string text)
    {
        try
        {
            return source.Read is { } path ? JToken.Parse(text).SelectToken(path)?.ToString()
                : source.Match?.Match(text) is { Success: true } match ? match.Groups[1].Value.Trim() : null;
        }
        catch (Exception e) when (e is JsonException or System.Text.RegularExpressions.RegexMatchTimeoutException)
        {
            return null;
        }
    }

    private static async Task<(int Status, string Text)> PageAsync(BuildSource source, UiProfile ui, NetworkRoute route, Secrets secrets, CancellationToken cancellationToken)
    {
        var address = ui.Base.RevealAddress(secrets);
        await route.PaceAsync(cancellationToken).ConfigureAwait(false);
        using var client = HttpLine.Open(ui.Tls, "ui", address.IdnHost, route);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(ui.Timeouts.Page);
        try
        {
            using var response = await client.GetAsync(new Uri(address, source.Path), patience.Token).ConfigureAwait(false);
            return ((int)response.StatusCode, await response.Content.ReadAsStringAsync(patience.Token).ConfigureAwait(false));
        }
        catch (Exception e) when (e is HttpRequestException or IOException || (e is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            throw new TargetUnreachableException($"{new Uri(address, source.Path)}: {e.Message}", e);
        }
    }
}
