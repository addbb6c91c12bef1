using System.Globalization;

namespace Conformance.Mocks;

/// <summary>Numbers that no earlier run gave out: they count on from ten times the milliseconds since 1970 when the host started (14 digits). Not thread-safe.</summary>
internal sealed class SerialNumbers(string prefix, TimeProvider time)
{
    private long next = time.GetUtcNow().ToUnixTimeMilliseconds() * 10;

    public string Next() => string.Create(CultureInfo.InvariantCulture, $"{prefix}{++next}");
}
