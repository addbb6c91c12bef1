namespace Conformance.Mocks;

/// <summary>One system around the target.</summary>
internal interface INeighbour
{
    string Name { get; }

    bool Owns(MockRequest request);

    /// <summary>Reads the request; nothing takes effect yet. Called by many at once.</summary>
    Receipt Receive(MockRequest request);

    /// <summary>Lets the request take effect and decides the answer. Called by one at a time, so that the journal's order is the order of effects.</summary>
    MockAnswer Answer(MockRequest request, Receipt receipt);
}
