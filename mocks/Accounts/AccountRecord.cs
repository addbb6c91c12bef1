namespace Conformance.Mocks;

/// <summary>What the registry holds about a person.</summary>
internal sealed record AccountRecord(BankAccount? Account, DateTimeOffset UpdatedAt)
{
    public bool ConsentRefused { get; init; }

    public bool Fails { get; init; }
}
