namespace Conformance.Reference.Core.Work;

/// <summary>The steps of 共通機能標準仕様書 2.3.2 that 標準準拠システム takes and that send or store something.</summary>
internal static class Step
{
    public const string Inquiry = "031-1-④";
    public const string ChosenRegistered = "031-1-⑧";
    public const string NumberRequest = "031-1-⑨";
    public const string ChosenNotified = "031-1-⑩";
    public const string NumberedRegistered = "031-1-⑭";
    public const string ChangeSaved = "031-2-④";
    public const string ChangeSent = "031-2-⑤";
    public const string InheritedRegistered = "031-3-④";
    public const string InheritedSent = "031-3-⑤";
    public const string ResidentRegistered = "031-4-②";
    public const string PersonEnded = "031-4-④";
    public const string DeletionSent = "031-4-⑤";
    public const string LatestAskedToLink = "031-5-③";
    public const string LatestSavedToLink = "031-5-⑦";
    public const string LinkSorted = "031-5-⑨";
    public const string LinkSent = "031-5-⑩";
    public const string LatestAskedToUndo = "031-6-③";
    public const string LatestSavedToUndo = "031-6-⑦";
    public const string UndoSaved = "031-6-⑨";
    public const string UndoSent = "031-6-⑩";
}
