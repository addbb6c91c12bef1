using System.Security.Cryptography;
using System.Text;
using Conformance.Drivers.Profiles;
using Conformance.Verdicts;

namespace Conformance.Cli.Runs;

/// <summary>Hashes of what a run is made with, so that a result can be held against a standard, features and a profile later.</summary>
internal static class InputDigest
{
    public static RunInputs Of(string standard, string features, Profile profile) => new(
        OfFolder(standard), OfFolder(features),
        File.Exists(profile.File) ? Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(profile.File))) : "",
        $"{profile.Environment.Kind} ({profile.Environment.Owner})");

    /// <summary>SHA-256 over one line per file, ordered by path: <c>path NUL sha256 LF</c>. The same files give the same hash on every machine.</summary>
    public static string OfFolder(string folder)
    {
        using var all = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var path in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(folder, path).Replace('\\', '/')).Order(StringComparer.Ordinal))
        {
            var hash = Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(Path.Combine(folder, path))));
            all.AppendData(Encoding.UTF8.GetBytes(path + "\0" + hash + "\n"));
        }

        return Convert.ToHexStringLower(all.GetHashAndReset());
    }
}
