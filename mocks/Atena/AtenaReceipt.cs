namespace Conformance.Mocks;

/// <summary>A request to the <see cref="AtenaFunction"/>, read.</summary>
internal sealed record AtenaReceipt(string Operation, AtenaCall Call, AtenaMessage Message) : Receipt(Operation);
