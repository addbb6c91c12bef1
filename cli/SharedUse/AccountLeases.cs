using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Conformance.Drivers.Profiles;
using Conformance.Spec;

namespace Conformance.Cli.SharedUse;

/// <summary>
/// Borrows the accounts of an environment for one run: no two runs use one at the same time. A lease is a file that the run keeps locked, so that the system takes it back when the run ends, however it ends;
/// beside it stands who holds it.
/// </summary>
internal sealed class AccountLeases : IDisposable
{
    private const string Folder = "leases";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly List<(FileStream Lock, string Holder)> held = [];

    /// <param name="Run">Folder of the run's results.</param>
    internal sealed record Holder(string Account, string Role, string Run, string Machine, int Process, DateTimeOffset Since);

    /// <summary>Fills the operators of a profile that name a role with accounts that nobody uses.</summary>
    /// <param name="sets">How many scenarios would like operators of their own at the same time; as many sets as there are free accounts for, at least one.</param>
    /// <exception cref="NotNowException">There are too few that are free.</exception>
    public static (Profile Profile, AccountLeases Leases) Take(Profile profile, int sets, string run, Secrets secrets, TimeProvider time)
    {
        var leases = new AccountLeases();
        if (profile.Ui is not { } ui || ui.Operators.All(one => one.Role is null))
        {
            return (profile, leases);
        }

        var environment = profile.Environment;
        var operators = new List<UiOperator>();
        for (var set = 0; set < Math.Max(1, environment.OneSession ? sets : 1); set++)
        {
            var taken = leases.held.Count;
            var wanted = ui.Operators.Select(one => one.Role is null ? set == 0 || !environment.OneSession ? one : null : leases.Borrow(environment, one.Role, run, secrets, time)).ToList();
            if (wanted.TrueForAll(one => one is not null))
            {
                operators.AddRange(wanted.OfType<UiOperator>());
                continue;
            }

            leases.GiveBack(taken);
            if (set == 0)
            {
                leases.Dispose();
                throw Refusal(environment, ui.Operators, secrets);
            }

            break;
        }

        return (profile with { Ui = ui with { Operators = operators, OperatorsOfOne = ui.Operators.Count } }, leases);
    }

    /// <summary>Who holds which account now.</summary>
    public static IReadOnlyList<Holder> Held(TargetEnvironment environment, Secrets secrets) =>
        [.. environment.Accounts.Select(account => Paths(environment, Name(account, secrets))).Where(paths => !IsFree(paths.Lock)).Select(paths => Read(paths.Holder)).OfType<Holder>()];

    public void Dispose() => GiveBack(0);

    private UiOperator? Borrow(TargetEnvironment environment, string role, string run, Secrets secrets, TimeProvider time)
    {
        foreach (var account in environment.Accounts.Where(account => account.Role == role))
        {
            var name = Name(account, secrets);
            var (file, holder) = Paths(environment, name);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            try
            {
                held.Add((new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None), holder));
            }
            catch (IOException)
            {
                continue;
            }

            File.WriteAllText(holder, JsonSerializer.Serialize(new Holder(name, role, Path.GetFullPath(run), Environment.MachineName, Environment.ProcessId, time.GetUtcNow()), Json));
            return new UiOperator(account.Name, account.Password) { Role = role };
        }

        return null;
    }

    private void GiveBack(int from)
    {
        foreach (var (file, holder) in held.Skip(from))
        {
            File.Delete(holder);
            file.Dispose();
        }

        held.RemoveRange(from, held.Count - from);
    }

    private static NotNowException Refusal(TargetEnvironment environment, IReadOnlyList<UiOperator> operators, Secrets secrets)
    {
        var needs = operators.Where(one => one.Role is not null).GroupBy(one => one.Role!).Select(group => (Role: group.Key, Count: group.Count())).ToList();
        var busy = Held(environment, secrets);
        string Needs(string per) => string.Join("、", needs.Select(need => string.Create(CultureInfo.InvariantCulture, $"{need.Role} {need.Count}{per}")));
        string By(Func<Holder, string> say) => string.Join("\n", busy.Select(holder => "  " + say(holder)));
        string Since(Holder holder) => JapanTime.Text(holder.Since);
        return new NotNowException(
            $"空いているアカウントが足りません（要るもの: {Needs("件")}）。何も送っていません。ほかの実行が使っているもの:\n{By(holder => $"{holder.Account}（{holder.Role}）: {holder.Run}（{holder.Machine}、プロセス {holder.Process}、{Since(holder)} から）")}",
            $"Too few accounts are free (needed: {Needs("")}). Nothing was sent. Other runs hold:\n{By(holder => $"{holder.Account} ({holder.Role}): {holder.Run} ({holder.Machine}, process {holder.Process}, since {Since(holder)})")}");
    }

    private static string Name(PooledAccount account, Secrets secrets) => account.Name.RevealUnregistered(secrets).Split(':')[0];

    // A name may hold what no file name does.
    private static (string Lock, string Holder) Paths(TargetEnvironment environment, string name)
    {
        var file = Path.Combine(environment.State, Folder, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name)))[..16]);
        return (file + ".lock", file + ".json");
    }

    private static bool IsFree(string file)
    {
        try
        {
            using var probe = File.Exists(file) ? new FileStream(file, FileMode.Open, FileAccess.ReadWrite, FileShare.None) : null;
            return true;
        }
        catch (IOException)
        {
            return false;
        }
    }

    private static Holder? Read(string file)
    {
        try
        {
            return JsonSerializer.Deserialize<Holder>(File.ReadAllText(file), Json);
        }
        catch (Exception e) when (e is IOException or JsonException)
        {
            return null;
        }
    }
}
