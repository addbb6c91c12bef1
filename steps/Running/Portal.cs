using System.Text.Json.Nodes;
using Conformance.Mocks;
using Conformance.Steps.People;

namespace Conformance.Steps.Running;

/// <summary>The resident side of マイナポータル: what the people of a scenario apply for, and what is done about their applications.</summary>
public sealed class Portal(Stage stage)
{
    private const string Number = "受付番号";
    private const string WantsRegistered = "公金受取口座の利用";
    private static readonly string[] OfApplicant = ["個人番号", "宛名番号", "氏名", "氏名_フリガナ", "生年月日", "性別", "住所"];
    internal static readonly string[] OfAccount = ["金融機関コード", "店舗コード", "預金種別", "口座番号", "口座名義人"];

    /// <summary>Content of the file that goes with applications that have one.</summary>
    public static ReadOnlyMemory<byte> Attachment { get; } = "%PDF-1.4\n% 添付書類（模擬）\n%%EOF\n"u8.ToArray();

    public Mynaportal Mynaportal => stage.Neighbours("マイナポータル").Mynaportal;

    /// <summary>Applies with all that the person has.</summary>
    /// <param name="procedure">As マイナポータル calls it, or its code.</param>
    public void Apply(Citizen citizen, string procedure, Action<JsonObject>? alter = null, string? raw = null, bool attached = false)
    {
        var items = new JsonObject();
        foreach (var (item, value) in citizen.Items.Where(item => !OfApplicant.Contains(item.Key) && !OfAccount.Contains(item.Key) && item.Key != WantsRegistered))
        {
            items[stage.Field(item)] = value;
        }

        alter?.Invoke(items);
        var registered = citizen.Item(WantsRegistered) == "1";
        var number = Mynaportal.Apply(new PortalApplication
        {
            Procedure = Code(procedure),
            Applicant = OfApplicant.Where(item => citizen.Items.ContainsKey(item)).ToDictionary(stage.Field, item => citizen.Items[item], StringComparer.Ordinal),
            Items = items,
            Attachments = attached ? [new PortalAttachment("shomeisho.pdf", "application/pdf", Attachment)] : [],
            UseRegisteredAccount = registered,
            Account = registered ? null : AccountOf(citizen),
            Municipality = stage.Setting.Municipality,
            RawData = raw,
        });
        citizen.Know(Number, number);
    }

    public static string NumberOf(Citizen citizen) =>
        citizen.Known.GetValueOrDefault(Number) ?? throw new PreparationException($"「{citizen.Alias}」 has applied for nothing.");

    /// <summary>The account that a person names; null where they name none.</summary>
    public static BankAccount? AccountOf(Citizen citizen) => OfAccount.All(item => citizen.Item(item) is { Length: > 0 })
        ? new BankAccount(citizen.Item(OfAccount[0])!, citizen.Item(OfAccount[1])!, citizen.Item(OfAccount[2])!, citizen.Item(OfAccount[3])!, citizen.Item(OfAccount[4])!)
        : null;

    /// <summary>An account by the names of its items.</summary>
    public static IReadOnlyDictionary<string, string> Items(BankAccount account) => new Dictionary<string, string>
    {
        [OfAccount[0]] = account.Bank, [OfAccount[1]] = account.Branch, [OfAccount[2]] = account.Type, [OfAccount[3]] = account.Number, [OfAccount[4]] = account.Holder,
    };

    private static string Code(string procedure) => PortalProcedures.All.Keys.FirstOrDefault(code => code == procedure)
        ?? PortalProcedures.All.FirstOrDefault(known => known.Value == procedure || known.Value.EndsWith(" " + procedure, StringComparison.Ordinal)).Key
        ?? throw new PreparationException($"マイナポータル knows no procedure 「{procedure}」; it has {string.Join(", ", PortalProcedures.All.Values)}.");
}
