using System.Globalization;
using Conformance.Reference.Office.Faults;

namespace Conformance.Reference.Office;

/// <summary>Numbers of records: unique within the application. Safe for concurrent use.</summary>
internal sealed class Numbers(Behaviour behaviour)
{
    private long last;

    /// <summary>The next number, with a letter or digit in front.</summary>
    /// <param name="digits">Length of the whole.</param>
    public string Next(string front, int digits)
    {
        var serial = Interlocked.Increment(ref last);

        // Coprime to a power of ten: steps through all numbers without meeting one twice.
        var number = behaviour.Varies(OfficeVariants.ScatteredNumbers) ? serial * 7919 % 100_000_000 : serial;
        return front + number.ToString(CultureInfo.InvariantCulture).PadLeft(digits - front.Length, '0');
    }
}
