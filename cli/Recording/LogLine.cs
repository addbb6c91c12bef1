using Conformance.Spec;
using Conformance.Verdicts;

namespace Conformance.Cli.Recording;

/// <summary>One line of a log: exactly one of its members is there.</summary>
internal sealed record LogLine
{
    /// <summary>The first line.</summary>
    public LogHeader? Run { get; init; }

    /// <summary>The run goes on in another process.</summary>
    public DateTimeOffset? Resumed { get; init; }

    /// <summary>An attempt begins: from here on the target may know its people.</summary>
    public RecordedStart? Started { get; init; }

    public RecordedAttempt? Finished { get; init; }

    /// <summary>The process came to its end: what the target sent that no scenario explains.</summary>
    public IReadOnlyList<string>? Unclaimed { get; init; }

    /// <summary>What the product shows of itself.</summary>
    public SurfaceReview? Surfaces { get; init; }

    /// <summary>The build of the target when the process came to its end; empty where it could not be read.</summary>
    public string? BuildAtEnd { get; init; }

    /// <summary>The edition of the interface was not up while the other was.</summary>
    public Bilingual? NotBeside { get; init; }

    /// <summary>What was wrong with the harness.</summary>
    public IReadOnlyList<string>? Faults { get; init; }
}

/// <summary>An attempt at a scenario that has begun.</summary>
internal sealed record RecordedStart(string Id, string Driver);
