using Conformance.Drivers.Api;
using Conformance.Drivers.Profiles;
using Conformance.Drivers.Recording;
using Conformance.Drivers.Ui;

namespace Conformance.Drivers;

/// <summary>What a caller gives to open a target, beside its profile.</summary>
public sealed record TargetOptions
{
    /// <summary>Exchange to the operation that the standard describes for it.</summary>
    public IReadOnlyDictionary<string, InterfaceDefinition> Interfaces { get; init; } = new Dictionary<string, InterfaceDefinition>();

    /// <summary>Item name to field name (ローマ字) of the standard's 基本データリスト, for what neither the profile nor an interface names.</summary>
    public IReadOnlyDictionary<string, string> Vocabulary { get; init; } = new Dictionary<string, string>();

    /// <summary>Needed where the profile says <c>server: harness</c>.</summary>
    public ITokenSource? Tokens { get; init; }

    public Secrets Secrets { get; init; } = new();

    /// <summary>A browser to share between targets; null: the session starts one of its own when it needs it.</summary>
    public BrowserHost? Browser { get; init; }

    /// <summary>How the browser is started where a person works in it; null: nobody sees it.</summary>
    public BrowserWindow? Window { get; init; }

    /// <summary>Told of every part of a mapping that is played on screens, as soon as it is done; from several threads.</summary>
    public Action<PlayedPart>? Played { get; init; }

    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>Which surfaces to open; one that the profile does not describe is not opened.</summary>
    public Surfaces Surfaces { get; init; } = Surfaces.Both;
}

/// <summary>The surfaces of a target.</summary>
[Flags]
public enum Surfaces
{
    Api = 1,
    Ui = 2,
    Both = Api | Ui,
}
