namespace Conformance.Reference.Atena;

/// <summary>Who is working on whom (排他制御). Guarded by the caller's lock.</summary>
internal sealed class EditLocks(Behaviour behaviour, TimeProvider clock)
{
    /// <summary>An edit that nobody ends is given up after this time.</summary>
    public static readonly TimeSpan Lapse = TimeSpan.FromMinutes(10);

    private readonly Dictionary<string, (string Operator, DateTimeOffset Until)> held = new(StringComparer.Ordinal);

    /// <summary>Whether anybody is working on the person.</summary>
    public bool IsHeld(string number) =>
        held.TryGetValue(number, out var holder)
        && (holder.Until > clock.GetUtcNow() || behaviour.Shows(AtenaFaults.LockNeverReleased));

    /// <summary>Whether somebody else is working on the person.</summary>
    public bool Blocks(string number, string operatorId) =>
        IsHeld(number) && held[number].Operator != operatorId && !behaviour.Shows(AtenaFaults.LockIgnored);

    /// <summary>Starts (or prolongs) an edit; the caller has asked <see cref="Blocks"/>.</summary>
    public void Begin(string number, string operatorId) => held[number] = (operatorId, clock.GetUtcNow() + Lapse);

    /// <summary>Ends an edit; nothing happens where there is none.</summary>
    public void End(string number, string operatorId)
    {
        if (!behaviour.Shows(AtenaFaults.LockNeverReleased) && held.TryGetValue(number, out var holder) && holder.Operator == operatorId)
        {
            held.Remove(number);
        }
    }
}
