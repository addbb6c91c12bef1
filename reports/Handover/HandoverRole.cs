using Conformance.Verdicts;

namespace Conformance.Reports.Handover;

/// <summary>One role of a product as it is handed over: what was shown, and what the vendor wrote to show it.</summary>
/// <param name="Vendor">Empty where the run kept no profile.</param>
/// <param name="Settings">What the profile sets, by the words of the profile.</param>
/// <param name="Mappings">Every exchange of the role on every surface of the profile; empty where the run kept no profile.</param>
public sealed record HandoverRole(RunResult Result, string Vendor, IReadOnlyList<ProfileSetting> Settings, IReadOnlyList<WrittenMapping> Mappings);

/// <summary>One setting of a profile.</summary>
public sealed record ProfileSetting(string Name, string Value);

/// <summary>How the vendor says that an exchange is performed on a surface.</summary>
/// <param name="Surface"><c>api</c> or <c>ui</c>.</param>
/// <param name="How">Null where the profile maps it to nothing.</param>
/// <param name="Own">False where it is the interface that the standard fixes: the vendor wrote nothing.</param>
/// <param name="Units">Functions or flow steps that are seen through it.</param>
public sealed record WrittenMapping(string Exchange, string Surface, string? How, bool Own, IReadOnlyList<string> Units);
