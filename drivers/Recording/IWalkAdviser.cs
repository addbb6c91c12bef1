namespace Conformance.Drivers.Recording;

/// <summary>Who is asked about what a walk leaves open: a person at the console, or nobody.</summary>
public interface IWalkAdviser
{
    /// <returns>Index of the choice; null where nobody knows.</returns>
    int? Choose(Told question, IReadOnlyList<string> choices);
}
