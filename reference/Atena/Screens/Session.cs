namespace Conformance.Reference.Atena.Screens;

/// <summary>One operator at one browser.</summary>
/// <param name="OperatorId">操作者ID.</param>
internal sealed record Session(string OperatorId)
{
    /// <summary>What the last write answered, for the page that shows it.</summary>
    public (string Message, Receipt Receipt)? Result { get; set; }
}
