using System.Text.Json.Nodes;
using Conformance.Mocks;
using Conformance.Steps.People;

namespace Conformance.Steps.Running;

/// <summary>The resident side of マイナポータル: what the people of a scenario apply for, and what is done about their applications.</summary>
public sealed class Portal(Stage stage)
{
    private Parts Parts => stage.Parts;

    /// <summary>Content of the file that goes with applications that have one.</summary>
    public static ReadOnlyMemory<byte> Attachment { get; } = "%PDF-1.4\n% 添付書類（模擬）\n%%EOF\n"u8.ToArray();

    public Mynaportal Mynaportal => stage.Neighbours("マイナポータル").Mynaportal;

    /// <summary>Applies with all that the person has.</summary>
    /// <param name="procedure">As マイナポータル calls it, or its code.</param>
    public void Apply(Citizen citizen, string procedure, Action<JsonObject>? alter = null, string? raw = null, bool attached = false)
    {
        var items = new JsonObject();
        foreach (var (item, value) in citizen.Items.Where(item => !Parts.Applicant.Contains(item.Key) && !Parts.Account.Contains(item.Key) && !(Parts.KnowsAccounts && item.Key == Parts.AccountWish)))
        {
            items[stage.Field(item)] = value;
        }

        alter?.Invoke(items);
        var registered = Parts.KnowsAccounts && citizen.Item(Parts.AccountWish) == "1";
        var number = Mynaportal.Apply(new PortalApplication
        {
            Procedure = Code(procedure),
            Applicant = Parts.Applicant.Where(item => citizen.Items.ContainsKey(item)).ToDictionary(stage.Field, item => citizen.Items[item], StringComparer.Ordinal),
            Items = items,
            Attachments = attached ? [new PortalAttachment("shomeisho.pdf", "application/pdf", Attachment)] : [],
            UseRegisteredAccount = registered,
            Account = registered ? null : AccountOf(citizen),
            Municipality = stage.Setting.Municipality,
            RawData = raw,
        });
        citizen.Know(Parts.Application, number);
    }

    /// <exception cref="PreparationException">They have applied for nothing.</exception>
    public string NumberOf(Citizen citizen) =>
        citizen.Known.GetValueOrDefault(Parts.Application) ?? throw new PreparationException($"「{citizen.Alias}」 has applied for nothing.");

    /// <summary>The account that a person names; null where they name none.</summary>
    public BankAccount? AccountOf(Citizen citizen) =>
        Parts.Account is [var bank, var branch, var type, var number, var holder] && Parts.Account.All(item => citizen.Item(item) is { Length: > 0 })
            ? new BankAccount(citizen.Item(bank)!, citizen.Item(branch)!, citizen.Item(type)!, citizen.Item(number)!, citizen.Item(holder)!)
            : null;

    /// <summary>An account by the names of its items.</summary>
    public IReadOnlyDictionary<string, string> Items(BankAccount account) => Parts.Account
        .Zip([account.Bank, account.Branch, account.Type, account.Number, account.Holder]).ToDictionary(pair => pair.First, pair => pair.Second, StringComparer.Ordinal);

    private static string Code(string procedure) => PortalProcedures.All.Keys.FirstOrDefault(code => code == procedure)
        ?? PortalProcedures.All.FirstOrDefault(known => known.Value == procedure || known.Value.EndsWith(" " + procedure, StringComparison.Ordinal)).Key
        ?? throw new PreparationException($"マイナポータル knows no procedure 「{procedure}」; it has {string.Join(", ", PortalProcedures.All.Values)}.");
}
