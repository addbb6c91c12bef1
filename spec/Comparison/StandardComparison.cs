namespace Conformance.Spec.Comparison;

/// <summary>Everything in which two editions of one standard differ.</summary>
/// <param name="Differences">By part, then in the order of the new edition.</param>
/// <param name="Flows">For each flow of either edition, which node became which.</param>
public sealed record StandardComparison(Standard Old, Standard New, IReadOnlyList<Difference> Differences, IReadOnlyList<FlowComparison> Flows)
{
    /// <summary>Compares two editions.</summary>
    /// <exception cref="BadInputException">CF1910: they are editions of two different standards.</exception>
    public static StandardComparison Between(Standard old, Standard @new)
    {
        if (old.Id != @new.Id)
        {
            throw new BadInputException(new Problem("CF1910", @new.Folder, 0, 0,
                $"{old.Key} is business {old.Id} and {@new.Key} is business {@new.Id}: two standards, not two editions.", "Name two editions of one standard."));
        }

        var flows = FlowComparison.All(old, @new);
        return new StandardComparison(old, @new,
        [
            .. FunctionDifferences.Between(old, @new),
            .. flows.SelectMany(flow => flow.Differences),
            .. DataDifferences.Between(old, @new),
            .. CodeDifferences.Between(old, @new),
            .. FormDifferences.Between(old, @new),
            .. LinkageDifferences.Between(old, @new),
            .. InterfaceDifferences.Between(old, @new),
        ], flows);
    }

    public IEnumerable<Difference> Of(StandardPart part) => Differences.Where(difference => difference.Part == part);
}
