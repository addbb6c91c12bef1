using System.Text.Json.Serialization;
using Conformance.Spec;

namespace Conformance.Verdicts;

/// <summary>One thing that was looked at before the first scenario: what is the case, why that matters and how to mend it.</summary>
/// <param name="Check">What was looked at, as an ASCII word: <c>name</c>, <c>connection</c>, <c>certificate</c>, <c>clock</c>, <c>token</c>, …</param>
/// <param name="Subject">An address, an exchange, a file; empty where the check says it all.</param>
/// <param name="Cause">Whose trouble it is; null where there is none.</param>
/// <param name="Why">Empty where all is well.</param>
/// <param name="Fix">Empty where all is well.</param>
public sealed record PreflightFinding(string Check, string Subject, PreflightLevel Level, CauseKind? Cause, Bilingual What, Bilingual Why, Bilingual Fix)
{
    /// <summary>The check whose failure kept this one from being looked at; null where it was looked at.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Because { get; init; }

    /// <summary>The editions of the interface that it concerns, where the profile names several side by side; null where it concerns none of them more than another (the screens, this machine).</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? Editions { get; init; }

    /// <summary>The rule that decides what was not run for this; null where nothing failed.</summary>
    [JsonIgnore]
    public string? Rule
    {
        get => field ?? Cause switch
        {
            _ when Level != PreflightLevel.Failure => null,
            CauseKind.Configuration => Check == "certificate" ? DecidingRules.Untrusted : DecidingRules.CredentialRefused,
            CauseKind.Profile => DecidingRules.ProfileDoesNotFit,
            CauseKind.Mock => DecidingRules.MockMissing,
            _ => DecidingRules.NoAnswer,
        };
        init;
    }
}

/// <summary>How much a finding matters, from nothing to all.</summary>
public enum PreflightLevel
{
    Ok,

    /// <summary>Nothing can be said: it was not looked at, or looking showed nothing.</summary>
    NotShown,

    /// <summary>A run is worth trying; part of it may fail for this reason.</summary>
    Warning,

    /// <summary>A run would say nothing about the product, or nothing about what this bears on.</summary>
    Failure,
}
