namespace Conformance.Reference.Core.Screens;

/// <summary>One screen for staff. GET shows its form; POST does what the pressed button says and shows what came of it.</summary>
internal interface IScreen
{
    /// <summary>Path below the root, for example <c>/toroku</c>.</summary>
    string Path { get; }

    /// <summary>Heading and name of the link in the menu.</summary>
    string Title { get; }

    /// <summary>The form, filled with what was entered before.</summary>
    string Form(Entered entered);

    /// <exception cref="Work.RefusedWorkException">The page shows the reasons and the form as it was entered.</exception>
    Task<ScreenAnswer> SubmitAsync(Entered entered, string operatorId, CancellationToken cancellationToken);
}
