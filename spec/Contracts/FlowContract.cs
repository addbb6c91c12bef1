namespace Conformance.Spec.Contracts;

/// <summary>What a run of a flow needs beforehand and shows besides what its exchanges show.</summary>
/// <param name="Given">Sentences of the steps that prepare it.</param>
/// <param name="Do">Replaces the sentence of the first exchange; null for the exchange's own.</param>
/// <param name="Shows">Unit to sentence; wins over the exchange's.</param>
/// <param name="Classes">The same per class of data, by its ID.</param>
public sealed record FlowContract(
    IReadOnlyList<string> Given, string? Do, IReadOnlyDictionary<string, string> Shows, IReadOnlyDictionary<string, FlowContract> Classes)
{
    /// <summary>Where its runs are tried, <c>api</c> and <c>ui</c>; empty: both.</summary>
    public IReadOnlyList<string> Surfaces { get; init; } = [];

    /// <summary>Sentences that prepare it after those of the classes.</summary>
    public IReadOnlyList<string> Lastly { get; init; } = [];

    /// <summary>The same per exchange of the run, by name: what is prepared right before it, what it does instead, what it shows besides.</summary>
    public IReadOnlyDictionary<string, FlowContract> Exchanges { get; init; } = new Dictionary<string, FlowContract>();
}
