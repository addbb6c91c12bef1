namespace Conformance.Mocks;

/// <summary>The answers laid out beforehand. Not thread-safe: <see cref="AtenaFunction"/> holds the lock.</summary>
internal sealed class AtenaPreparations
{
    private readonly List<Preparation> prepared = [];

    public Preparation Add(PreparedAnswer answer)
    {
        var preparation = new Preparation(answer);
        prepared.Add(preparation);
        return preparation;
    }

    public void Remove(Preparation preparation) => prepared.Remove(preparation);

    /// <summary>The answer for a request; the latest prepared of several. Null where none was prepared.</summary>
    public PreparedAnswer? Take(Receipt receipt)
    {
        var found = prepared.FindLast(preparation => preparation.Answer.Operation == receipt.Operation
            && RequestContent.MentionsAll(receipt, preparation.Answer.Containing));
        if (found?.Answer.Times is { } times && ++found.Given >= times)
        {
            prepared.Remove(found);
        }

        return found?.Answer;
    }

    public sealed class Preparation(PreparedAnswer answer)
    {
        public PreparedAnswer Answer { get; } = answer;

        public int Given { get; set; }
    }
}
