using System.CommandLine;
using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using Conformance.Reports.Bundles;
using Conformance.Spec;

namespace Conformance.Cli.Commands.Bundles;

/// <summary><c>bundle verify</c>: whether a bundle is as it was signed, and by whom. Needs no network.</summary>
internal static class BundleVerifyCommand
{
    public static Command Build()
    {
        var file = new Argument<string>("FILE") { Description = "The bundle." };
        var key = new Option<string?>("--public-key") { Description = "File of the signer's public key in PEM." };
        var trust = new Option<string?>("--trust") { Description = "List of signers' keys with validity and revocation (YAML), in place of one key." };
        var authority = new Option<string?>("--timestamp-ca") { Description = "Certificates of time-stamping authorities that are trusted, in PEM." };
        var json = new Option<bool>("--json") { Description = "As JSON: {\"intact\",\"entry\",\"fault\",\"detail\",\"key\",\"signer\",\"stamped\",\"runs\"}." };
        var language = LanguageOption.Build();
        var command = new Command("verify", "Check a bundle with a public key, without network. Exit code 0: as it was signed; 1: not; 2: cannot be read.") { file, key, trust, authority, json, language };
        command.SetAction((parsed, cancellationToken) => Guard.RunAsync(async () =>
        {
            var bundle = InputFile.Existing(parsed.GetValue(file)!);
            using var trusted = Trust(parsed.GetValue(key), parsed.GetValue(trust), parsed.GetValue(authority));
            var verdict = await BundleReader.VerifyAsync(bundle, trusted, cancellationToken);
            var words = BundleWords.Of(parsed.GetValue(language));
            Console.WriteLine(parsed.GetValue(json) ? JsonSerializer.Serialize(View(verdict), MachineJson.Indented) : words.Say(bundle, verdict));
            return verdict is BundleVerdict.Intact ? ExitCode.Conforms : ExitCode.Nonconforming;
        }));
        return command;
    }

    private static BundleTrust Trust(string? key, string? list, string? authorities)
    {
        if (key is null == list is null)
        {
            throw new BadInputException(new Problem("CF6054", "bundle verify", 0, 0, "Exactly one of --public-key and --trust is needed.", "Give the signer's public key, or a list of keys."));
        }

        var certificates = new X509Certificate2Collection();
        if (authorities is not null)
        {
            try
            {
                certificates.ImportFromPem(InputFile.Text(authorities));
            }
            catch (CryptographicException)
            {
                throw new BadInputException(new Problem("CF6055", authorities, 0, 0, "These are no certificates in PEM.", "Give the certificate of the time-stamping authority, or of the one that issued it."));
            }
        }

        return key is not null ? BundleTrust.OfKey(InputFile.Text(key), key, certificates) : BundleTrust.OfList(InputFile.Text(list!), list!, certificates);
    }

    private static object View(BundleVerdict verdict) => verdict switch
    {
        BundleVerdict.Intact intact => new
        {
            Intact = true,
            Key = intact.KeyId,
            intact.Signer,
            Stamped = intact.Stamped?.ToString("O", CultureInfo.InvariantCulture),
            Files = intact.Manifest.Files.Count,
            intact.Manifest.Runs,
        },
        BundleVerdict.Broken broken => new { Intact = false, broken.Entry, Fault = JsonNamingPolicy.CamelCase.ConvertName(broken.Fault.ToString()), broken.Detail },
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
