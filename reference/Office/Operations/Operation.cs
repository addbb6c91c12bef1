using Conformance.Reference.Office.Items;

namespace Conformance.Reference.Office.Operations;

/// <summary>Something that staff can do on a screen and a program by the API.</summary>
/// <param name="Path">Below <c>/api/</c> and, for the screen, below <c>/</c>.</param>
/// <param name="Title">Entry of the menu and heading of the screen.</param>
/// <param name="Button">Words on its button.</param>
/// <param name="Fields">What is entered.</param>
internal sealed record Operation(
    string Path, string Title, string Button, IReadOnlyList<Field> Fields, Func<Entry, CancellationToken, Task<Answer>> PerformAsync)
{
    /// <summary>Only shows what is there: everybody may, and the answer is a list.</summary>
    public bool Inquiry { get; init; }

    /// <summary>What came of it is shown as a list, though it is no inquiry.</summary>
    public bool IsList { get; init; }

    /// <summary>Columns of the list on the screen; empty for the first items of a record.</summary>
    public IReadOnlyList<string> Columns { get; init; } = [];

    /// <summary>Items of the answer beside those that are entered, for the description of the API.</summary>
    public string Gives { get; init; } = "";

    /// <summary>Heading of the menu under which it stands.</summary>
    public string Group { get; init; } = "";

    /// <summary>The work itself checks the entry: what it lacks may come from elsewhere.</summary>
    public bool ChecksItself { get; init; }

    /// <summary>Whether there is a screen for it.</summary>
    public bool OnScreen { get; init; } = true;

    /// <summary>What stands in the fields before anything is entered.</summary>
    public Func<Row>? Filled { get; init; }
}
