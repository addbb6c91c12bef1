using Conformance.Reference.Office.Neighbours;

namespace Conformance.Reference.Office;

/// <summary>The neighbours of an application, as far as they are set.</summary>
internal sealed class Neighbourhood(HttpClient http, Desk desk)
{
    private Rounds? rounds;

    public NeighbourCalls Calls { get; } = new(http, new Tokens(http, desk.Settings, desk.Behaviour, desk.Clock.Real));

    public ObjectStore Store { get; } = new(http, desk.Settings, desk.Clock);

    /// <summary>What ぴったりサービス is still to be told.</summary>
    public Outbox Told { get; } = new("ぴったりサービス（状況の返信）");

    public Mynaportal? Mynaportal => field ??= desk.Settings.Mynaportal is { } address ? new Mynaportal(Calls, address, desk.Behaviour, desk.Clock) : null;

    /// <summary>Tells ぴったりサービス the state of an application, soon.</summary>
    public void Tell(string number, string state)
    {
        if (Mynaportal is { } portal && number.Length > 0)
        {
            Told.Put(cancellationToken => portal.TellAsync(number, state, cancellationToken));
            Wake();
        }
    }

    /// <summary>Begins the next round now.</summary>
    public void Wake() => rounds?.Wake();

    /// <summary>The rounds in which the neighbours are visited.</summary>
    public Rounds Rounds => rounds ?? throw new System.Diagnostics.UnreachableException("rounds begin with the application");

    public void Begin(Rounds visits) => rounds = visits;
}
