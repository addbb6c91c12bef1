using System.Security.Cryptography;

namespace Conformance.Mocks;

/// <summary>A delay that differs from answer to answer. It is a property of the line, so no seed repeats it.</summary>
internal abstract record StubDelay
{
    private StubDelay() { }

    public abstract TimeSpan Next();

    /// <summary>Between two bounds in milliseconds, both included.</summary>
    public sealed record Uniform(int Lower, int Upper) : StubDelay
    {
        public override TimeSpan Next() => TimeSpan.FromMilliseconds(RandomNumberGenerator.GetInt32(Lower, Upper + 1));
    }

    /// <summary>Lognormal around a median in milliseconds, cut off at <paramref name="Largest"/>, or at an hour.</summary>
    public sealed record Lognormal(double Median, double Sigma, double? Largest) : StubDelay
    {
        public override TimeSpan Next()
        {
            // Box and Muller: two uniform numbers give a normal one.
            const int steps = int.MaxValue;
            var (u, v) = ((RandomNumberGenerator.GetInt32(steps) + 1.0) / steps, (double)RandomNumberGenerator.GetInt32(steps) / steps);
            var normal = Math.Sqrt(-2 * Math.Log(u)) * Math.Cos(2 * Math.PI * v);
            return TimeSpan.FromMilliseconds(Math.Min(Median * Math.Exp(Sigma * normal), Largest ?? 3_600_000));
        }
    }
}
