using Conformance.Cli.Runs;
using Conformance.Drivers.Profiles;
using Conformance.Verdicts;

namespace Conformance.Cli.Recording;

/// <summary>The profile that a run was made with, beside its results: what a vendor wrote is part of what was shown. It holds no secrets, since a profile never does.</summary>
internal static class ProfileCopy
{
    public const string Folder = "profile";

    public const string Extension = ".profile.yaml";

    /// <summary>Copies it, where the run has a folder of its own and the profile is a file.</summary>
    public static void Keep(RunRequest request, string slug)
    {
        if (request.Folder is { } folder && File.Exists(request.Profile.File))
        {
            var copies = Directory.CreateDirectory(Path.Combine(folder.Path, Folder));
            File.Copy(request.Profile.File, Path.Combine(copies.FullName, $"{request.Standard.Id}-{slug}{Extension}"), overwrite: true);
        }
    }

    /// <summary>The profile of a run, as the edition of the interface that was run is described by it; null where the folder keeps none (results of versions that did not keep it).</summary>
    /// <exception cref="Conformance.Spec.BadInputException">The copy cannot be read any more.</exception>
    public static Profile? Read(string folder, RunInfo run)
    {
        var copies = Path.Combine(folder, Folder);
        return !Directory.Exists(copies) ? null : Directory.GetFiles(copies, "*" + Extension).Order(StringComparer.Ordinal)
            .Select(file => ProfileLoader.Load(file, new ProfileInputs { AnyOther = Nowhere }))
            .FirstOrDefault(profile => profile.Standard == run.Standard && profile.Roles.Contains(run.Role))?.In(run.Role, run.Interface?.Name);
    }

    // Stands for what was filled in when the run began, such as the address of a demonstration; here nobody calls it.
    private const string Nowhere = "http://target.invalid/";
}
