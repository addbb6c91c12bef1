using System.Net;

namespace Conformance.Drivers.Network;

/// <summary>Which hosts are meant: a name, all below a domain (<c>*.acme.test</c>), or addresses (<c>10.0.0.0/8</c>). Upper and lower case do not matter.</summary>
public sealed record HostPattern
{
    private readonly IPNetwork? network;

    private HostPattern(string text, IPNetwork? network) => (Text, this.network) = (text, network);

    public string Text { get; }

    /// <exception cref="FormatException">Neither a name, nor *. and a domain, nor an address or network.</exception>
    public static HostPattern Parse(string text)
    {
        if (text.Contains('/', StringComparison.Ordinal))
        {
            return IPNetwork.TryParse(text, out var network) ? new(text, network) : throw new FormatException($"\"{text}\" is no network.");
        }

        var name = text.StartsWith("*.", StringComparison.Ordinal) ? text[2..] : text;
        return IPAddress.TryParse(text, out _) || (Uri.CheckHostName(name) == UriHostNameType.Dns && !name.Contains('*', StringComparison.Ordinal))
            ? new(text, null)
            : throw new FormatException($"\"{text}\" is no host.");
    }

    public bool Fits(string host)
    {
        if (network is { } range)
        {
            return IPAddress.TryParse(host, out var address) && address.AddressFamily == range.BaseAddress.AddressFamily && range.Contains(address);
        }

        return Text.StartsWith("*.", StringComparison.Ordinal)
            ? host.EndsWith(Text[1..], StringComparison.OrdinalIgnoreCase) && host.Length > Text.Length - 1
            : host.Equals(Text, StringComparison.OrdinalIgnoreCase);
    }

    public bool Equals(HostPattern? other) => other is not null && Text == other.Text;

    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Text);

    public override string ToString() => Text;
}
