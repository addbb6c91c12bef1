namespace Conformance.Drivers.Profiles;

/// <summary>The login form.</summary>
public sealed record UiLogin
{
    /// <summary>Path relative to the base; null: the base itself.</summary>
    public string? Open { get; init; }

    /// <summary>Label to value; <c>${operator}</c> and <c>${password}</c> stand for the operator's.</summary>
    public required IReadOnlyDictionary<string, LateText> Fill { get; init; }

    /// <summary>Name of the button.</summary>
    public required string Press { get; init; }
}

/// <summary>One operator of the screens.</summary>
/// <param name="Name">User name; where <paramref name="Password"/> is null, a value <c>name:password</c> is split at its first colon.</param>
public sealed record UiOperator(LateText Name, LateText? Password)
{
    /// <summary>Any account of this role from the environment's pool, in place of a name; null where there is a name.</summary>
    public string? Role { get; init; }
}
