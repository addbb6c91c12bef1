using System.CommandLine;
using Conformance.Reports.Bundles;
using Conformance.Spec;

namespace Conformance.Cli.Commands.Bundles;

/// <summary><c>bundle key</c>: a new pair of keys.</summary>
internal static class BundleKeyCommand
{
    public static Command Build()
    {
        var output = new Option<string>("--out") { Description = "File of the private key; the public one is written beside it with .pub.pem.", Required = true };
        var command = new Command("key", "Make a pair of keys for signing (ECDSA P-256, PEM).") { output };
        command.SetAction((parsed, cancellationToken) => Guard.RunAsync(async () =>
        {
            var file = parsed.GetValue(output)!;
            var publicFile = Path.ChangeExtension(file, null) + ".pub.pem";
            foreach (var existing in new[] { file, publicFile }.Where(File.Exists))
            {
                throw new BadInputException(new Problem("CF6050", existing, 0, 0, "The file is there already, and a key is never overwritten.", "Choose another name with --out."));
            }

            using var key = SigningKey.New();
            var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows())
            {
                options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            }

            await using (var writer = new StreamWriter(file, options))
            {
                await writer.WriteAsync(key.PrivatePem().AsMemory(), cancellationToken);
            }

            await File.WriteAllTextAsync(publicFile, key.PublicPem(), cancellationToken);
            Console.WriteLine($"{file}\n{publicFile}\nsha256:{key.Id}");
            return ExitCode.Conforms;
        }));
        return command;
    }
}
