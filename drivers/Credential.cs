namespace Conformance.Drivers;

/// <summary>The access token that goes with a call.</summary>
public enum Credential
{
    /// <summary>A token that was just issued with the right scope.</summary>
    Valid,

    /// <summary>No Authorization header.</summary>
    None,

    /// <summary>A token that the authorisation server reports as no longer active.</summary>
    Expired,

    /// <summary>A token that no server ever issued.</summary>
    Unknown,
}
