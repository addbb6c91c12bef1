namespace Conformance.Spec;

/// <summary>Where the text of a standard comes from.</summary>
public enum StandardStatus
{
    /// <summary>Transcribed from an official text.</summary>
    Transcribed,

    /// <summary>A revision that is not yet published; results on it are previews.</summary>
    Draft,

    /// <summary>Ours: no official text backs it. Said in every report.</summary>
    Illustrative,
}
