using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Conformance.Drivers.Profiles;

/// <summary>Reads <c>tls:</c> of a surface.</summary>
internal static class TlsReading
{
    public static TlsProfile Read(YamlMap surface)
    {
        var tls = surface.Part("tls", "tls");
        return new TlsProfile { CaFile = CaFile(tls), Minimum = tls?.OneOf("min", "1.2", "1.2", "1.3") ?? "1.2" };
    }

    private static string? CaFile(YamlMap? tls)
    {
        if (tls?.Optional("ca") is not { } ca)
        {
            return null;
        }

        var path = Path.Combine(Path.GetDirectoryName(tls.Problems.File) ?? "", ca);
        if (!File.Exists(path))
        {
            tls.Problems.Add("CF5010", tls.Find("ca")!, $"There is no file {path}.", "Give a PEM file, relative to the profile.");
            return path;
        }

        try
        {
            var certificates = new X509Certificate2Collection();
            certificates.ImportFromPemFile(path);
            if (certificates.Count == 0)
            {
                tls.Problems.Add("CF5010", tls.Find("ca")!, $"There is no certificate in {path}.", "Give a PEM file (-----BEGIN CERTIFICATE-----).");
            }
        }
        catch (Exception e) when (e is CryptographicException or IOException or UnauthorizedAccessException)
        {
            tls.Problems.Add("CF5010", tls.Find("ca")!, $"{path} cannot be read as PEM: {e.Message}", "Give a PEM file (-----BEGIN CERTIFICATE-----).");
        }

        return path;
    }
}
