namespace Conformance.Reference.Office.Intake;

/// <summary>Where an application takes in what ぴったりサービス delivers.</summary>
internal interface IApplicationDesk
{
    /// <summary>手続 that concern it.</summary>
    IReadOnlyList<string> Procedures { get; }

    /// <summary>What is wrong with an application, in words for staff; empty when it can be registered.</summary>
    IReadOnlyList<string> Problems(TakenApplication application);

    void Register(TakenApplication application);

    /// <summary>The applicant has withdrawn it.</summary>
    /// <returns>Whether it could still be withdrawn.</returns>
    bool Withdraw(string number);
}
