using System.CommandLine;
using System.Reflection;
using Conformance.Reports.Bundles;
using Conformance.Spec;

namespace Conformance.Cli.Commands.Bundles;

/// <summary><c>bundle create</c>: results and evidence of a run as one signed file.</summary>
internal static class BundleCreateCommand
{
    private const string PasswordVariable = "CONFORMANCE_KEY_PASSWORD";

    public static Command Build()
    {
        var folder = new Argument<string>("DIR") { Description = "Folder of a run, as --out named it." };
        var key = new Option<string>("--key") { Description = "File of the private key in PEM, or env:NAME for a variable that holds it.", Required = true };
        var output = new Option<string>("--out") { Description = "File of the bundle.", Required = true };
        var timestamp = new Option<Uri?>("--timestamp") { Description = "Address of a time-stamping authority (RFC 3161)." };
        var command = new Command("create", "Pack the folder of a run into one signed file.") { folder, key, output, timestamp };
        command.SetAction((parsed, cancellationToken) => Guard.RunAsync(async () =>
        {
            using var signer = Key(parsed.GetValue(key)!);
            using var client = new HttpClient { Timeout = TimeSpan.FromSeconds(30) };
            var file = parsed.GetValue(output)!;
            try
            {
                var manifest = await BundleWriter.CreateAsync(
                    parsed.GetValue(folder)!, file, signer, Assembly.GetExecutingAssembly().GetName().Version?.ToString(3) ?? "", TimeProvider.System,
                    parsed.GetValue(timestamp) is { } authority ? (signature, token) => Timestamp.RequestAsync(client, authority, signature, token) : null, cancellationToken);
                Console.WriteLine($"{file}: {manifest.Files.Count} files, {manifest.Files.Sum(entry => entry.Size)} bytes, sha256:{signer.Id}");
                return ExitCode.Conforms;
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                throw new BadInputException(new Problem("CF6051", file, 0, 0, "The bundle cannot be written: " + e.Message, "Choose another place with --out; nothing was left behind."));
            }
        }));
        return command;
    }

    private static SigningKey Key(string where)
    {
        if (!where.StartsWith("env:", StringComparison.Ordinal))
        {
            return SigningKey.Private(InputFile.Text(where), where, Password());
        }

        return Environment.GetEnvironmentVariable(where[4..]) is { Length: > 0 } pem
            ? SigningKey.Private(pem, where, Password())
            : throw new BadInputException(new Problem("CF6052", where, 0, 0, "The environment variable is not set.", "Set it to the private key in PEM."));
    }

    private static string? Password() => Environment.GetEnvironmentVariable(PasswordVariable) is { Length: > 0 } password ? password : null;
}
