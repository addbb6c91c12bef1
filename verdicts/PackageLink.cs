namespace Conformance.Verdicts;

/// <summary>A linkage between two roles of one package, exempt by an official text: its units are 適用対象外.</summary>
/// <param name="From">The role that calls.</param>
/// <param name="To">The role that is called.</param>
/// <param name="Citation">Document, edition and section that exempts it.</param>
/// <param name="Units">What the calling role asks and sends there.</param>
public sealed record PackageLink(string From, string To, string Reason, string Citation, IReadOnlyList<string> Units)
{
    /// <summary>Why its units do not apply.</summary>
    public string WhyNot() => $"パッケージ内の連携（{From} → {To}）: {Reason}［{Citation}］";
}
