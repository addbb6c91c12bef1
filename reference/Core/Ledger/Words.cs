namespace Conformance.Reference.Core.Ledger;

/// <summary>What staff read about the state of a record.</summary>
internal static class Words
{
    public static string Of(Sorting sorting) => sorting switch
    {
        Sorting.Target => "先",
        Sorting.Source => "元",
        _ => "なし",
    };

    public static string State(Person person) => person.Ended ? "終了" : "有効";

    public static string Kind(Person person) => person.Resident ? "住民" : "住登外者";
}
