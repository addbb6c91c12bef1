using Conformance.Spec.Contracts;
using Conformance.Spec.Flows;
using Conformance.Spec.Forms;
using Conformance.Spec.Linkages;
using Conformance.Spec.Scope;
using Conformance.Spec.Tables;

namespace Conformance.Spec;

/// <summary>A standard specification as data: one folder under <c>standards/</c>, loaded and checked.</summary>
/// <param name="Folder">Where it was loaded from.</param>
/// <param name="Id">業務ID, three digits.</param>
/// <param name="Edition">版 of the document, such as 2.1.</param>
/// <param name="UnlistedForbidden">True where functions that the standard does not list are forbidden (ノン・カスタマイズ).</param>
/// <param name="Roles">Lanes that a product can play, with the contracts of each.</param>
public sealed record Standard(
    string Folder, string Id, string Name, string Edition, DateOnly Issued, StandardStatus Status, bool UnlistedForbidden,
    IReadOnlyList<RoleContracts> Roles, IReadOnlyList<SourceDocument> Sources,
    IReadOnlyList<Function> Functions, IReadOnlyList<DataItem> Items, IReadOnlyList<CodeList> Codes,
    IReadOnlyList<Flow> Flows, IReadOnlyList<InterfaceFile> Interfaces, IReadOnlyList<SpecificationFinding> Findings)
{
    /// <summary>帳票.</summary>
    public IReadOnlyList<Form> Forms { get; init; } = [];

    /// <summary>判定表.</summary>
    public IReadOnlyList<DecisionTable> Tables { get; init; } = [];

    public IReadOnlyList<Linkage> Linkages { get; init; } = [];

    /// <summary>Roots of the tree of what is in scope and what is not; empty where the standard has none.</summary>
    public IReadOnlyList<ScopePart> Scope { get; init; } = [];

    /// <summary>The mechanisms through several businesses that this one has to use: ぴったり接続, 転出証明書情報, 抑止情報, 公的給付支給等口座.</summary>
    public IReadOnlyList<string> Mechanisms { get; init; } = [];

    /// <summary>Folder name of the standard and its edition: <c>031-jutogaisha-atena/2.1</c>.</summary>
    public string Key => Path.GetFileName(Path.GetDirectoryName(Folder)!) + "/" + Path.GetFileName(Folder);

    /// <summary>A group of the item list as it is put out.</summary>
    /// <param name="without">Names of items that the list has for screens and inputs only.</param>
    public DataGroup Group(string name, IReadOnlyCollection<string> without) => new(name, [.. Items.Where(item => item.Group == name && !without.Contains(item.Name))]);

    public Function? Function(string id) => Functions.FirstOrDefault(function => function.Id.Value == id);

    /// <exception cref="BadInputException">The standard knows no such role.</exception>
    public RoleContracts Role(string name) => Roles.FirstOrDefault(role => role.Name == name)
        ?? throw new BadInputException(new Problem("CF1010", Path.Combine(Folder, "standard.yaml"), 0, 0,
            $"The role 「{name}」 does not exist in this standard.", "Use one of: " + string.Join(", ", Roles.Select(role => role.Name)) + "."));
}
