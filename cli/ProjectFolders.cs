using Conformance.Spec;

namespace Conformance.Cli;

/// <summary>Where the data rooms are: <c>CONFORMANCE_HOME</c>, or the nearest folder above the program or the working directory that holds <c>standards/</c>.</summary>
internal sealed record ProjectFolders(string Root)
{
    public string Standards => Path.Combine(Root, "standards");

    public string Features => Path.Combine(Root, "features");

    public string Artifacts => Path.Combine(Root, "artifacts");

    /// <exception cref="BadInputException">CF6001: nowhere.</exception>
    public static ProjectFolders Find()
    {
        var home = Environment.GetEnvironmentVariable("CONFORMANCE_HOME");
        foreach (var start in new[] { home, AppContext.BaseDirectory, Environment.CurrentDirectory })
        {
            for (var folder = start; !string.IsNullOrEmpty(folder); folder = Path.GetDirectoryName(folder))
            {
                if (Directory.Exists(Path.Combine(folder, "standards")) && Directory.Exists(Path.Combine(folder, "features")))
                {
                    return new ProjectFolders(folder);
                }
            }
        }

        throw new BadInputException(new Problem("CF6001", Environment.CurrentDirectory, 0, 0, "No folder with standards/ and features/ was found.", "Run the command inside the project, or set CONFORMANCE_HOME."));
    }
}
