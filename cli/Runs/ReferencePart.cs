namespace Conformance.Cli.Runs;

/// <summary>One reference application: which program it is, which role of which standard it plays, and how it is reached.</summary>
/// <param name="Profile">File under <c>Demo/</c>.</param>
internal sealed record ReferencePart(string App, string Standard, string Role, string Profile)
{
    public static IReadOnlyList<ReferencePart> All { get; } =
    [
        new("atena", "031", "住登外者宛名番号管理機能", "031-kanri.profile.yaml"),
        new("core", "031", "標準準拠システム", "031-kikan.profile.yaml"),
        new("jidoteate", "027", "標準準拠システム", "027.profile.yaml"),
        new("jumin", "001", "標準準拠システム", "001.profile.yaml"),
        new("shikyu", "900", "標準準拠システム", "900.profile.yaml"),
    ];

    /// <summary>Who may log in on its screens, as <c>name:password</c>; they are printed wherever it is started.</summary>
    public static IReadOnlyList<string> Operators { get; } = ["op1:pass", "op2:pass", "view1:pass"];

    /// <summary>True where it asks the systems around it at intervals and is told where they are.</summary>
    public bool IsOffice => App is "jidoteate" or "jumin" or "shikyu";
}
