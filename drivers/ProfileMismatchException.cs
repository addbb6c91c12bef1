namespace Conformance.Drivers;

/// <summary>The profile does not fit the target: a label, a field or a path is not there (cause: profile).</summary>
public sealed class ProfileMismatchException : Exception
{
    public ProfileMismatchException(string message, Exception? inner = null)
        : base(message, inner) { }

    /// <summary>Name of the field, button, table or menu entry that is not there or not there once; empty where it is something else.</summary>
    public string Part { get; init; } = "";

    /// <summary><see cref="Part"/> is there several times, and not absent.</summary>
    public bool IsAmbiguous { get; init; }

    /// <summary>What was seen up to then.</summary>
    public IReadOnlyList<Exchange> Exchanges { get; init; } = [];
}
