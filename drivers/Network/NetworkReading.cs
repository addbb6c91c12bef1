using System.Net;
using Conformance.Drivers.Profiles;
using YamlDotNet.RepresentationModel;

namespace Conformance.Drivers.Network;

/// <summary>Reads <c>network:</c>.</summary>
internal static class NetworkReading
{
    public static NetworkProfile Read(YamlMap? map) => map is null ? new NetworkProfile() : new NetworkProfile
    {
        Proxy = map.Part("proxy", "proxy") is { } proxy ? Proxy(proxy) : null,
        Hosts = Hosts(map),
        Certificates = map.Part("certificates", "certificates") is { } list
            ? [.. list.Others().Select(entry => Certificate(list, entry.Name, entry.Key, entry.Value)).OfType<ClientCertificateProfile>()]
            : [],
    };

    private static ProxyProfile? Proxy(YamlMap map)
    {
        var address = map.Address("url", required: true);
        if (address is not null && Uri.TryCreate(address.Written, UriKind.Absolute, out var uri) && uri.UserInfo.Length > 0)
        {
            map.Problems.Add("CF5006", map.Find("url")!, "The proxy's address holds a user.", "Write user: and password: with ${env:NAME}.");
        }

        var (user, password) = (map.Late("user"), map.Late("password", secret: true));
        if (user is null != password is null)
        {
            map.Missing(user is null ? "user" : "password");
        }

        return address is null ? null : new ProxyProfile(address, user, password, [.. map.Texts("except").Select(text => Pattern(map, map.Find("except")!, text)).OfType<HostPattern>()]);
    }

    private static Dictionary<string, string> Hosts(YamlMap map)
    {
        var hosts = map.Names("hosts").ToDictionary(entry => entry.Key, entry => entry.Value, StringComparer.OrdinalIgnoreCase);
        foreach (var (name, address) in hosts)
        {
            if (Uri.CheckHostName(name) != UriHostNameType.Dns || !IPAddress.TryParse(address, out _))
            {
                map.Problems.Add("CF5005", map.Find("hosts")!, $"\"{name}: {address}\" is not a name and an IP address.", "Write it like acme.test: 10.1.2.3.");
            }
        }

        return hosts;
    }

    private static ClientCertificateProfile? Certificate(YamlMap list, string host, YamlNode key, YamlNode value)
    {
        if (YamlMap.Of(value, "certificate", list.Problems) is not { } map || Pattern(list, key, host) is not { } pattern)
        {
            return null;
        }

        var folder = Path.GetDirectoryName(Path.GetFullPath(list.Problems.File))!;
        var read = new ClientCertificateProfile(pattern, Path.Combine(folder, map.Text("file")), map.Optional("key") is { } keyFile ? Path.Combine(folder, keyFile) : null, map.Late("password", secret: true), ProfileProblems.Position(key));
        foreach (var (name, file) in new[] { ("file", read.File), ("key", read.KeyFile) }.Where(entry => entry.Item2 is not null && map.Has(entry.Item1) && !File.Exists(entry.Item2)))
        {
            list.Problems.Add("CF5010", map.Find(name)!, $"There is no file {file}.", "Give a .p12, .pfx or PEM file, relative to the profile.");
        }

        return read;
    }

    private static HostPattern? Pattern(YamlMap map, YamlNode at, string text)
    {
        try
        {
            return HostPattern.Parse(text);
        }
        catch (FormatException e)
        {
            map.Problems.Add("CF5005", at, e.Message, "Write a name, *.domain, an address or a network such as 10.0.0.0/8.");
            return null;
        }
    }
}
