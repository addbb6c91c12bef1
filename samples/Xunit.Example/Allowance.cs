namespace Example;

/// <summary>What is tested here: in your project, your product.</summary>
public sealed class Allowance
{
    public DateOnly On { get; set; }

    public List<Child> Children { get; } = [];

    /// <summary>15,000 yen for a child under three and 10,000 for an older one; 30,000 for the third and later ones.</summary>
    public decimal Monthly() => Children.OrderBy(child => child.生年月日)
        .Select((child, i) => i >= 2 ? 30000m : child.生年月日.AddYears(3) > On ? 15000m : 10000m)
        .Sum();
}
