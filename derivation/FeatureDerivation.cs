using System.Text;
using Conformance.Derivation.Checks;
using Conformance.Derivation.Writing;
using Conformance.Spec;
using Conformance.Spec.Contracts;

namespace Conformance.Derivation;

/// <summary>標準仕様 → Gherkin: for each role a feature per flow (lane rule) and a feature per unit whose contract derives checks.</summary>
public static class FeatureDerivation
{
    /// <summary>Every feature of a standard, in order of path.</summary>
    /// <exception cref="BadInputException">A flow that no run can be derived from.</exception>
    public static IReadOnlyList<FeatureFile> Derive(Standard standard) =>
        [.. standard.Roles.SelectMany(role => Derive(standard, role)).OrderBy(file => file.Path, StringComparer.Ordinal)];

    public static IReadOnlyList<FeatureFile> Derive(Standard standard, RoleContracts role)
    {
        var files = new List<FeatureFile>();
        var folder = $"{standard.Key}/{role.Slug}/";
        foreach (var flow in role.Exchanges.Count == 0 ? [] : standard.Flows)
        {
            var scenarios = FlowScenarios.Derive(standard, role, flow);
            if (scenarios.Count > 0)
            {
                files.Add(new FeatureFile($"{folder}flow-{flow.Id}.feature",
                    FeatureWriter.Write(standard, role, $"業務フロー {flow.Id} {flow.Name}", [$"対象が{role.Name}を担い、ほかのレーンをハーネスが担う。", .. FlowScenarios.Uncovered(standard, flow)], scenarios)));
            }
        }

        foreach (var contract in role.Contracts)
        {
            var scenarios = ContractChecks.Derive(standard, role, contract);
            if (scenarios.Count > 0)
            {
                var function = standard.Function(contract.Unit);
                files.Add(new FeatureFile($"{folder}{contract.Unit}.feature",
                    FeatureWriter.Write(standard, role, $"{contract.Unit} {function?.Name}".TrimEnd(), function is null ? [] : [function.Summary], scenarios)));
            }
        }

        return files;
    }

    /// <summary>
    /// Differences between what is derived and what stands under <paramref name="featuresRoot"/>: paths of files that are
    /// missing, differ, or stand there without being derived.
    /// </summary>
    public static IReadOnlyList<FeatureDrift> Drift(string featuresRoot, Standard standard)
    {
        var derived = Derive(standard).ToDictionary(file => file.Path, file => file.Text, StringComparer.Ordinal);
        var folder = Path.Combine(featuresRoot, standard.Key);
        var existing = Directory.Exists(folder)
            ? Directory.GetFiles(folder, "*.feature", SearchOption.AllDirectories).ToDictionary(file => Path.GetRelativePath(featuresRoot, file).Replace('\\', '/'), Text, StringComparer.Ordinal)
            : [];
        return
        [
            .. derived.Where(file => !existing.ContainsKey(file.Key)).Select(file => new FeatureDrift(file.Key, DriftKind.Missing)),
            .. derived.Where(file => existing.TryGetValue(file.Key, out var text) && text != file.Value).Select(file => new FeatureDrift(file.Key, DriftKind.Different)),
            .. existing.Keys.Where(path => !derived.ContainsKey(path)).Select(path => new FeatureDrift(path, DriftKind.NotDerived)),
        ];
    }

    // To the byte: a mark at the beginning, which reading a text would swallow, is a difference.
    private static string Text(string file) => new UTF8Encoding(encoderShouldEmitUTF8Identifier: false).GetString(File.ReadAllBytes(file));

    /// <summary>Writes the features of a standard and removes those that are no longer derived.</summary>
    public static void Write(string featuresRoot, Standard standard)
    {
        var derived = Derive(standard);
        foreach (var drift in Drift(featuresRoot, standard).Where(drift => drift.Kind == DriftKind.NotDerived))
        {
            File.Delete(Path.Combine(featuresRoot, drift.Path));
        }

        foreach (var file in derived)
        {
            var path = Path.Combine(featuresRoot, file.Path);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, file.Text);
        }
    }
}
