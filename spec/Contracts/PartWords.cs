namespace Conformance.Spec.Contracts;

/// <summary>The words under <c>parts:</c> of a role: which of the standard's items plays which part towards the systems that the harness plays.</summary>
public static class PartWords
{
    /// <summary>The number by which other systems know somebody.</summary>
    public const string Person = "person";

    /// <summary>The number of an application at マイナポータル.</summary>
    public const string Application = "application";

    /// <summary>The number of a 転出証明書情報.</summary>
    public const string Move = "move";

    /// <summary>What an application says of the applicant.</summary>
    public const string Applicant = "applicant";

    /// <summary>Bank, branch, type, number and holder of an account, in this order.</summary>
    public const string Account = "account";

    /// <summary>That the registered account is to be used.</summary>
    public const string AccountWish = "account-wish";

    /// <summary>What 転出証明書情報 and 異動情報 say of somebody.</summary>
    public const string Resident = "resident";

    /// <summary>By which a message or a line of a file is somebody's; the first that it carries decides.</summary>
    public const string Correlates = "correlates";

    /// <summary>What hardly anybody shares with another.</summary>
    public const string Telling = "telling";

    public static IReadOnlyList<string> All { get; } = [Person, Application, Move, Applicant, Account, AccountWish, Resident, Correlates, Telling];
}
