using System.Security.Cryptography;
using System.Text;
using Conformance.Drivers;
using Conformance.Drivers.Profiles;
using Conformance.Steps.Running;

namespace Conformance.Cli.SharedUse;

/// <summary>Settings that a run changed and could not put back, because it was killed.</summary>
internal static class LeftSettings
{
    /// <summary>The journal of one product in one environment; products that share a folder do not share settings.</summary>
    public static string FileOf(Profile profile) => Path.Combine(profile.Environment.State,
        $"settings-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{profile.Standard}\n{profile.Product.Name}\n{profile.Api?.Base.Written}\n{profile.Ui?.Base.Written}")))[..12]}.json");

    /// <summary>Puts back what was there.</summary>
    /// <returns>What was put back, and what could not be, with the reason.</returns>
    public static async Task<(IReadOnlyList<SettingsJournal.Changed> Restored, IReadOnlyList<(SettingsJournal.Changed Setting, string Why)> Left)> RestoreAsync(TargetSession target, TimeProvider time, CancellationToken cancellationToken)
    {
        var file = FileOf(target.Profile);
        var journal = new SettingsJournal(file, "", time);
        var restored = new List<SettingsJournal.Changed>();
        var left = new List<(SettingsJournal.Changed, string)>();
        foreach (var setting in SettingsJournal.Left(file))
        {
            IDriver? driver = target.Api?.Offers(setting.Exchange) == true ? target.Api : target.Ui?.Offers(setting.Exchange) == true ? target.Ui : null;
            try
            {
                var answer = driver is null ? new Observation { Outcome = Outcome.NotOffered } : await driver.PerformAsync(new FunctionCall(setting.Exchange, new Dictionary<string, string?> { [setting.Item] = setting.Was }), cancellationToken);
                if (answer.Outcome == Outcome.Accepted)
                {
                    journal.Restored(setting);
                    restored.Add(setting);
                }
                else
                {
                    left.Add((setting, string.Join(" ", new[] { answer.Outcome.ToString() }.Concat(answer.Errors.Select(error => error.Message)))));
                }
            }
            catch (Exception e) when (e is TargetUnreachableException or ProfileMismatchException)
            {
                left.Add((setting, e.Message));
            }
        }

        return (restored, left);
    }

    /// <summary>One line for people.</summary>
    public static string Line(SettingsJournal.Changed setting) => $"{setting.Exchange}: {setting.Item} = {setting.Was}";
}
