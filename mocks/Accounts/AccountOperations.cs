namespace Conformance.Mocks;

/// <summary>What can be asked of 団体内統合宛名機能 about accounts, as the journal names it.</summary>
public static class AccountOperations
{
    public const string Inquiry = "口座照会";
    public const string Result = "口座照会結果取得";
    public const string Changes = "口座変更取得";
}
