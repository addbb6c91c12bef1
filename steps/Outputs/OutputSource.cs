using Conformance.Drivers;
using Conformance.Drivers.Profiles;
using Conformance.Mocks;
using Conformance.Steps.Running;

namespace Conformance.Steps.Outputs;

/// <summary>Fetches the files of the last データ出力: those that its answer brought, those that lie where the profile says, or those that another exchange brings.</summary>
internal sealed class OutputSource(Stage stage)
{
    /// <summary>Whether looking again may find more.</summary>
    public bool MayGrow => Brought is null;

    /// <exception cref="PreparationException">Nothing was put out before.</exception>
    /// <exception cref="ProfileMismatchException">Nobody says where it is, or there is no such place.</exception>
    public async Task<IReadOnlyList<PutOutFile>> FetchAsync()
    {
        var exchange = Exchange;
        if (Brought is { } files)
        {
            return files;
        }

        if (stage.Setting.Target.Profile.Outputs.GetValueOrDefault(exchange) is { } plan && (plan.Folder ?? plan.Storage) is not null)
        {
            return Latest(plan, plan.Folder is { } folder ? InFolder(folder) : await InStorageAsync(plan.Storage!));
        }

        if (stage.Contract(exchange).FetchedBy is { } by && stage.Setting.Offers(by))
        {
            return (await stage.ObserveAsync(new FunctionCall(by, new Dictionary<string, string?>()))).Files;
        }

        throw new ProfileMismatchException($"Nothing says where the files of 「{exchange}」 are: let its answer bring them (files, read.download), or name a folder or the object storage under outputs in the profile.");
    }

    /// <summary>The exchange that put something out last.</summary>
    public string Exchange => stage.Ran?.Exchange ?? throw new PreparationException("Nothing was put out before this step.");

    private IReadOnlyList<PutOutFile>? Brought => stage.Ran?.Answer?.Files is { Count: > 0 } files ? files : null;

    private static List<PutOutFile> InFolder(string folder) => Directory.Exists(folder)
        ? [.. Directory.EnumerateFiles(folder).Select(PutOutFile.At)]
        : throw new ProfileMismatchException($"The folder {folder}, in which the profile expects what is put out, is not there.");

    private async Task<List<PutOutFile>> InStorageAsync(string prefix)
    {
        var objects = stage.Neighbours(ObjectStore.Called).Objects;
        var files = new List<PutOutFile>();
        foreach (var stored in objects.List(prefix))
        {
            // Objects in memory are in memory; those in a folder are read where they lie.
            if (objects.Folder is { } root)
            {
                files.Add(PutOutFile.At(Path.Combine(root, stored.Bucket, stored.Key)));
            }
            else if (objects.Get(stored.Key) is { } content)
            {
                using var stream = new MemoryStream(content.ToArray(), writable: false);
                files.Add(await PutOutFile.KeepAsync(stored.Key, stream, () => { }, stage.Cancellation));
            }
        }

        return files;
    }

    private static List<PutOutFile> Latest(OutputPlan plan, List<PutOutFile> files)
    {
        var taken = files.Where(file => plan.Takes(file.Name)).ToLookup(file => plan.SetOf(file.Name), StringComparer.Ordinal);
        List<PutOutFile> fitting = [.. taken.MaxBy(set => set.Key, StringComparer.Ordinal) ?? Enumerable.Empty<PutOutFile>()];
        files.Except(fitting).ToList().ForEach(file => file.Dispose());
        return fitting;
    }
}
