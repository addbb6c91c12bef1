using System.Diagnostics.CodeAnalysis;
using Conformance.Spec;

namespace Conformance.Mocks;

/// <summary>
/// マイナポータル ぴったりサービス: residents apply at one side, the municipality takes the applications at the other. The interface is illustrative. Scenarios
/// apply for people of their own; all of them share it side by side. Thread-safe.
/// </summary>
public sealed class Mynaportal : INeighbour
{
    private readonly PortalDesk desk;
    private readonly PortalSessions sessions;
    private readonly PortalMunicipalSide municipal;
    private readonly PortalResidentSide resident;

    internal Mynaportal(TokenCheck tokens, TimeProvider time, TimeSpan sessionLifetime)
    {
        desk = new PortalDesk(time);
        sessions = new PortalSessions(time, sessionLifetime);
        municipal = new PortalMunicipalSide(desk, sessions, tokens, time);
        resident = new PortalResidentSide(desk);
    }

    string INeighbour.Name => "マイナポータル";

    /// <summary>A resident applies.</summary>
    /// <returns>受付番号.</returns>
    /// <exception cref="BadInputException">Unknown 手続, a missing item of the applicant, an account that is none.</exception>
    public string Apply(PortalApplication application) => desk.Apply(Checked(application), null);

    /// <summary>A resident moves: one application for the municipality that is left and one for the one that is entered.</summary>
    /// <exception cref="BadInputException">As in <see cref="Apply"/>.</exception>
    public PortalMove ApplyMove(PortalApplication leaving, PortalApplication entering) => desk.ApplyMove(Checked(leaving), Checked(entering));

    /// <summary>The resident takes the application back. Taking it is refused from now on; who has it already learns it from the list.</summary>
    /// <exception cref="ArgumentException">No such application.</exception>
    public void Withdraw(string number) => desk.With(number, file => file.Withdrawn = true);

    /// <summary>Puts an application into the list as not taken although it was.</summary>
    /// <exception cref="ArgumentException">No such application.</exception>
    public void DeliverAgain(string number) => desk.With(number, file => file.Pending++);

    /// <summary>Puts an application that was held back (<see cref="Delivery.Later"/>) into the list.</summary>
    /// <exception cref="ArgumentException">No such application.</exception>
    public void Release(string number) => desk.With(number, PortalDesk.Release);

    /// <exception cref="ArgumentException">No such application.</exception>
    public PortalState State(string number) => desk.With(number, file => file.State());

    /// <summary>Every session ends; the next call with one is answered 401.</summary>
    public void EndSessions() => sessions.End();

    bool INeighbour.Owns(MockRequest request) => PortalMunicipalSide.Owns(request.Path) || PortalResidentSide.Owns(request.Path);

    Receipt INeighbour.Receive(MockRequest request) => PortalResidentSide.Owns(request.Path) ? resident.Receive(request) : municipal.Receive(request);

    MockAnswer INeighbour.Answer(MockRequest request, Receipt receipt) =>
        PortalResidentSide.Owns(request.Path) ? resident.Answer(request) : municipal.Answer(request, receipt);

    /// <summary>The application of that number.</summary>
    internal bool TryFind(string number, [NotNullWhen(true)] out PortalFile? file) => desk.TryFind(number, out file);

    private static PortalApplication Checked(PortalApplication application)
    {
        ArgumentNullException.ThrowIfNull(application);
        var problems = application.Problems("application").ToList();
        return problems.Count > 0 ? throw new BadInputException(problems) : application;
    }
}
