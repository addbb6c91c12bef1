namespace Conformance.Spec.Contracts;

/// <summary>What a verdict is given for.</summary>
public enum VerdictUnit
{
    /// <summary>機能ID.</summary>
    Function,

    /// <summary>A step of a flow, such as 031-1-④, where the lane bears no function IDs.</summary>
    FlowStep,
}
