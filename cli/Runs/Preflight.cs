using System.Globalization;
using System.Net.Sockets;
using Conformance.Drivers.Profiles;

namespace Conformance.Cli.Runs;

/// <summary>The quick part of the checks before a run: rather one plain sentence than hundreds of false failures.</summary>
internal static class Preflight
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>Why nothing can be seen; null where the target is there.</summary>
    public static async Task<string?> CheckAsync(Profile profile, IReadOnlyList<string> surfaces, CancellationToken cancellationToken)
    {
        var secrets = new Secrets();
        var addresses = new[] { surfaces.Contains("api") ? profile.Api?.Base : null, surfaces.Contains("ui") ? profile.Ui?.Base : null };
        foreach (var address in addresses.OfType<LateText>().Select(late => new Uri(late.Reveal(secrets))).DistinctBy(uri => uri.Authority))
        {
            using var socket = new TcpClient();
            using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            deadline.CancelAfter(Patience);
            try
            {
                await socket.ConnectAsync(address.Host, address.Port, deadline.Token);
            }
            catch (SocketException e)
            {
                return $"The target {address.GetLeftPart(UriPartial.Authority)} does not answer: {e.Message}.";
            }
            catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
            {
                return string.Create(CultureInfo.InvariantCulture, $"The target {address.GetLeftPart(UriPartial.Authority)} did not answer within {Patience.TotalSeconds} s.");
            }
        }

        return null;
    }
}
