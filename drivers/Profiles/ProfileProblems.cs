using Conformance.Spec;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Conformance.Drivers.Profiles;

/// <summary>Everything found wrong while a profile is read.</summary>
internal sealed class ProfileProblems(string file, ProfileInputs inputs)
{
    private readonly List<Problem> _all = [];

    public string File => file;

    public ProfileInputs Inputs => inputs;

    public List<LateText> LateTexts { get; } = [];

    /// <summary>In the order of the file; what two editions of an interface share is told once.</summary>
    public IReadOnlyList<Problem> All => [.. _all.Distinct().OrderBy(p => p.Line).ThenBy(p => p.Column)];

    public void Add(string code, YamlNode at, string fact, string remedy) => Add(code, Position(at), fact, remedy);

    public void Add(string code, SourcePosition at, string fact, string remedy) =>
        _all.Add(new Problem(code, file, at.Line, at.Column, fact, remedy));

    public static SourcePosition Position(YamlNode node) => Position(node.Start);

    public static SourcePosition Position(Mark mark) => new((int)mark.Line, (int)mark.Column);
}
