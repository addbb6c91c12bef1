using System.Text.RegularExpressions;

namespace Conformance.Drivers.Profiles;

/// <summary>Where a product tells which build it is, so that a build that is replaced under a run is noticed.</summary>
/// <param name="Path">Relative to the base of the surface; asked for with GET.</param>
/// <param name="Surface"><c>api</c> or <c>ui</c>: whose base it is.</param>
/// <param name="Read">JSONPath of the build in a JSON answer; null where <paramref name="Match"/> is given.</param>
/// <param name="Match">With one group, on the text of the answer.</param>
/// <param name="Scope">Scope of the token to ask with; null: without a token.</param>
public sealed record BuildSource(string Path, string Surface, string? Read, Regex? Match, string? Scope);
