namespace Conformance.Reference;

/// <summary>How an application is started.</summary>
public sealed record LaunchOptions
{
    /// <summary>IDs of the faults to show; none: the application is sound.</summary>
    public IReadOnlySet<string> Faults { get; init; } = new HashSet<string>();

    /// <summary>IDs of the permitted differences to show.</summary>
    public IReadOnlySet<string> Variants { get; init; } = new HashSet<string>();

    /// <summary>Port on 127.0.0.1; 0 takes a free one.</summary>
    public int Port { get; init; }

    /// <summary>Access tokens that are valid without asking an authorisation server (<c>--token</c>, for tests).</summary>
    public IReadOnlyList<string> Tokens { get; init; } = [];

    /// <summary>The application's own settings, by option name.</summary>
    public IReadOnlyDictionary<string, string> Settings { get; init; } = new Dictionary<string, string>();

    /// <summary>The clock of the application.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>The value of a setting, or null where it is not given.</summary>
    public string? Setting(string name) => Settings.TryGetValue(name, out var value) && value.Length > 0 ? value : null;
}
