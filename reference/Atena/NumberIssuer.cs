using System.Globalization;

namespace Conformance.Reference.Atena;

/// <summary>
/// Gives 宛名番号 of 15 digits: a body of 14 and a check digit. Guarded by the caller's lock, except
/// <see cref="AllocateAsync"/>, which takes it.
/// </summary>
internal sealed class NumberIssuer(Behaviour behaviour, TimeProvider clock, Lock gate, Func<string, bool> inUse)
{
    private readonly Dictionary<string, Stack<string>> inheritedBy = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Twin> waiting = new(StringComparer.Ordinal);
    private ulong serial;

    /// <summary>Takes note of a resident's number that an operator handed over.</summary>
    public void Inherited(string number, string operatorId)
    {
        if (!inheritedBy.TryGetValue(operatorId, out var numbers))
        {
            inheritedBy[operatorId] = numbers = new Stack<string>();
        }

        numbers.Push(number);
    }

    /// <summary>A number that nobody has.</summary>
    public async Task<string> AllocateAsync(string operatorId, CancellationToken cancellation)
    {
        Twin? twin = null;
        string number;
        lock (gate)
        {
            if (behaviour.Shows(AtenaFaults.NumberTwice) && waiting.Remove(operatorId, out var first))
            {
                first.Met.SetResult();
                return first.Number;
            }

            number = Next(operatorId);
            if (behaviour.Shows(AtenaFaults.NumberTwice))
            {
                waiting[operatorId] = twin = new Twin(number, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
            }
        }

        if (twin is not null)
        {
            await Task.WhenAny(twin.Met.Task, Task.Delay(TimeSpan.FromMilliseconds(300), clock, cancellation));
            lock (gate)
            {
                if (waiting.TryGetValue(operatorId, out var still) && still == twin)
                {
                    waiting.Remove(operatorId);
                }
            }
        }

        return number;
    }

    /// <summary>The next free number; the caller holds the lock.</summary>
    public string Next(string operatorId)
    {
        if (behaviour.Shows(AtenaFaults.InheritedNumberReissued)
            && inheritedBy.TryGetValue(operatorId, out var inherited) && inherited.TryPop(out var reissued))
        {
            return reissued;
        }

        string number;
        do
        {
            serial++;
            // 3141592653589 shares no factor with 10^13, so every serial still gets a body of its own.
            var place = behaviour.Varies(AtenaVariants.ScatteredNumbers)
                ? (ulong)((UInt128)serial * 3141592653589 % 10_000_000_000_000)
                : serial;
            var body = string.Create(CultureInfo.InvariantCulture, $"2{place:0000000000000}");
            number = body + (char)('0' + CheckDigit(body));
            if (behaviour.Shows(AtenaFaults.NumberFullWidth))
            {
                number = string.Concat(number.Select(digit => (char)(digit - '0' + '０')));
            }
        }
        while (inUse(number));
        return number;
    }

    // Modulus 11, weights 2 to 7 from the right, as for 住民宛名番号.
    private int CheckDigit(string body)
    {
        var sum = 0;
        for (var i = 0; i < body.Length; i++)
        {
            sum += (body[body.Length - 1 - i] - '0') * ((i % 6) + 2);
        }

        var remainder = sum % 11;
        return remainder switch
        {
            0 => 0,
            1 => behaviour.Varies(AtenaVariants.RemainderOne) ? 1 : 0,
            _ => 11 - remainder,
        };
    }

    private sealed record Twin(string Number, TaskCompletionSource Met);
}
