using System.Net.Sockets;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Conformance.Reference;

/// <summary>The command-line program: lists faults and variants, or runs one application until it is told to stop.</summary>
public static class Launcher
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Runs the program. Standard output carries only the listening line or the requested list.</summary>
    /// <returns>0 after a normal end, 2 for a wrong command line or a port that is taken.</returns>
    public static async Task<int> RunAsync(IReadOnlyList<string> arguments, IReadOnlyList<ReferenceProduct> products, CancellationToken cancellation)
    {
        var command = CommandLine.Parse(arguments, products, Environment.GetEnvironmentVariable);
        if (command.Errors.Count > 0)
        {
            foreach (var error in command.Errors)
            {
                await Console.Error.WriteLineAsync(error.AsMemory(), cancellation);
            }

            return 2;
        }

        var chosen = products.Where(product => command.App is null || product.App == command.App).ToList();
        if (command.ListFaults)
        {
            await PrintAsync(chosen.SelectMany(product => product.Faults), cancellation);
        }

        if (command.ListVariants)
        {
            await PrintAsync(chosen.SelectMany(product => product.Variants).DistinctBy(variant => variant.Id), cancellation);
        }

        return command.ListFaults || command.ListVariants ? 0 : await ServeAsync(chosen[0], command, cancellation);
    }

    private static Task PrintAsync<T>(IEnumerable<T> list, CancellationToken cancellation) =>
        Console.Out.WriteLineAsync(JsonSerializer.Serialize(list, Json).AsMemory(), cancellation);

    private static async Task<int> ServeAsync(ReferenceProduct product, CommandLine command, CancellationToken cancellation)
    {
        WebApplication built;
        try
        {
            built = product.Build(command.Options);
        }
        catch (ArgumentException wrong)
        {
            // A setting that the product cannot read.
            await Console.Error.WriteLineAsync(wrong.Message.AsMemory(), cancellation);
            return 2;
        }

        await using var app = built;
        try
        {
            await app.StartAsync(cancellation);
        }
        catch (Exception failure) when (failure is IOException or SocketException)
        {
            await Console.Error.WriteLineAsync($"cannot listen on port {command.Options.Port}: {failure.Message}".AsMemory(), cancellation);
            return 2;
        }

        await Console.Out.WriteLineAsync($"listening {LoopbackHost.Address(app).GetLeftPart(UriPartial.Authority)}".AsMemory(), cancellation);
        await Console.Out.FlushAsync(cancellation);
        if (command.StdinLifetime)
        {
            _ = StopAtEndOfInputAsync(app.Lifetime);
        }

        await app.WaitForShutdownAsync(cancellation);
        return 0;
    }

    private static async Task StopAtEndOfInputAsync(IHostApplicationLifetime lifetime)
    {
        await Task.Yield();
        await using var input = Console.OpenStandardInput();
        var buffer = new byte[256];
        while (await input.ReadAsync(buffer) > 0)
        {
        }

        lifetime.StopApplication();
    }
}
