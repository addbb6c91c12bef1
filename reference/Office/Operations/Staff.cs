namespace Conformance.Reference.Office.Operations;

/// <summary>Who may do what. All passwords are <c>pass</c>.</summary>
internal static class Staff
{
    public const string Password = "pass";

    /// <summary>The operator of calls that name none.</summary>
    public const string Api = "api";

    private const string Viewer = "view1";

    public static readonly IReadOnlyList<string> All = ["op1", "op2", Viewer];

    /// <summary>照会だけの権限 goes to one of them.</summary>
    public static bool MayChange(string operatorId) => operatorId != Viewer;
}
