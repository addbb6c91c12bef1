namespace Conformance.Drivers.Profiles;

/// <summary><c>ui.trace</c>: whether the browser records what is done in its windows.</summary>
public enum TraceChoice
{
    Off,

    /// <summary>Recorded always, kept only where the scenario fails.</summary>
    OnFailure,
}
