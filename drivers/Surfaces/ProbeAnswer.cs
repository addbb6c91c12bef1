namespace Conformance.Drivers;

/// <summary>What came of calling an address that no exchange is mapped to.</summary>
public enum ProbeResult
{
    /// <summary>Nothing is there: 404 or 405.</summary>
    Absent,

    /// <summary>Something is there and answered for itself.</summary>
    Answered,

    /// <summary>The answer does not tell: refused on the way (401, 403, 429), sent elsewhere (3xx), failed (5xx), or what an address gets where nothing can be.</summary>
    Unclear,
}

/// <param name="Told">The status, and why it says nothing where it does not.</param>
public sealed record ProbeAnswer(ProbeResult Result, string Told)
{
    /// <param name="status">Of the address.</param>
    /// <param name="nowhere">Of an address beside it at which nothing can be.</param>
    public static ProbeAnswer Of(int status, int nowhere)
    {
        var told = status.ToString(System.Globalization.CultureInfo.InvariantCulture);
        return status switch
        {
            404 or 405 => new(ProbeResult.Absent, told),
            401 or 403 or 407 or 429 or (>= 300 and < 400) or >= 500 => new(ProbeResult.Unclear, told),
            _ when status == nowhere => new(ProbeResult.Unclear, $"{told}、何もないはずの宛先にも同じ応答"),
            _ => new(ProbeResult.Answered, told),
        };
    }
}
