namespace Conformance.Reference.Office.Intake;

/// <summary>IDs of the faults that an application shows while it takes in; blank for one that it does not have.</summary>
internal sealed record IntakeFaults
{
    /// <summary>An application that is delivered twice is registered twice.</summary>
    public string Twice { get; init; } = "";

    /// <summary>手続 that is taken in once all the same, because another function answers for it.</summary>
    public string TwiceExcept { get; init; } = "";

    /// <summary>A malformed application is registered.</summary>
    public string MalformedRegistered { get; init; } = "";

    /// <summary>A malformed application vanishes.</summary>
    public string MalformedLost { get; init; } = "";

    /// <summary>A withdrawal is not noticed.</summary>
    public string WithdrawalIgnored { get; init; } = "";

    /// <summary>Attachments lose their last bytes.</summary>
    public string AttachmentCut { get; init; } = "";

    /// <summary>Nobody is told that it was received.</summary>
    public string ReceiptNotTold { get; init; } = "";
}
