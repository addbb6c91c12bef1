namespace Conformance.Steps.Running;

/// <summary>
/// How long preparations wait for what they did to become visible. A target that has kept several waiting in vain is not
/// slow but wrong, and hundreds of scenarios need not wait as long for the same thing. Assertions always wait to the end.
/// Thread-safe.
/// </summary>
public sealed class Patience(TimeSpan deadline)
{
    private const int Enough = 3;
    private int missed;

    public TimeSpan ForPreparation => Volatile.Read(ref missed) < Enough ? deadline : deadline / 10;

    public void Missed() => Interlocked.Increment(ref missed);
}
