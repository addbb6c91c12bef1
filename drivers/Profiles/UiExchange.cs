namespace Conformance.Drivers.Profiles;

/// <summary>How one exchange is performed through screens: the steps, then what is read.</summary>
public sealed record UiExchange
{
    public required string Name { get; init; }

    public required SourcePosition At { get; init; }

    /// <summary>At least one; the short form (<c>open</c>, <c>fill</c>, <c>press</c> directly under the exchange) is one step.</summary>
    public required IReadOnlyList<UiStep> Steps { get; init; }

    /// <summary>Item name to label, or null where the item is not on the screen. Overrides the profile-wide names.</summary>
    public IReadOnlyDictionary<string, string?> Items { get; init; } = new Dictionary<string, string?>();

    /// <summary>Item name to how it is shown. Overrides the profile-wide ones.</summary>
    public IReadOnlyDictionary<string, ShownAs> As { get; init; } = new Dictionary<string, ShownAs>();

    /// <summary>How search conditions are entered.</summary>
    public UiConditions Conditions { get; init; } = new();

    public UiRead Read { get; init; } = new();

    public UiRefusal Refused { get; init; } = new();
}

/// <summary>One step: its parts are done in the order of the members below.</summary>
public sealed record UiStep
{
    public required SourcePosition At { get; init; }

    /// <summary>A path (<c>/…</c>, relative to the base) or a menu path (<c>A &gt; B</c>: links or buttons by their names).</summary>
    public string? Open { get; init; }

    /// <summary>Caption of a table: <see cref="Press"/> is looked for in one of its rows.</summary>
    public string? In { get; init; }

    /// <summary>Items whose values in the call tell which row of <see cref="In"/>.</summary>
    public IReadOnlyList<string> Row { get; init; } = [];

    /// <summary>Null: nothing is filled in.</summary>
    public UiFill? Fill { get; init; }

    /// <summary>Conditions of the call are entered in this step.</summary>
    public bool FillConditions { get; init; }

    /// <summary>Entries that are no items of the call: label to value; <c>${business}</c> stands for the 業務ID in whose name it is made.</summary>
    public IReadOnlyDictionary<string, string> Set { get; init; } = new Dictionary<string, string>();

    /// <summary>Name of a button or link.</summary>
    public string? Press { get; init; }

    /// <summary>Name of the button on the confirmation page that follows.</summary>
    public string? Confirm { get; init; }

    /// <summary>What it means that the thing to press, or the row, is not there: the target's refusal, or (default) a profile
    /// that does not fit.</summary>
    public bool AbsentIsRefusal { get; init; }
}

/// <summary>Which items a step fills in.</summary>
/// <param name="Only">These; null: every item of the call that no earlier step used.</param>
public sealed record UiFill(IReadOnlyList<string>? Only);

/// <summary>How search conditions are entered.</summary>
public sealed record UiConditions
{
    /// <summary>Label of the choice between kinds of match; <c>{item}</c> is replaced by the item's label. Null: there is none.</summary>
    public string? Match { get; init; }

    public string Exact { get; init; } = "完全一致";

    public string Partial { get; init; } = "部分一致";
}

/// <summary>What is read when the steps are done, and what tells that they succeeded.</summary>
public sealed record UiRead
{
    /// <summary>Role of an element that must appear, such as <c>status</c>.</summary>
    public string? Role { get; init; }

    /// <summary>Text that must appear.</summary>
    public string? Text { get; init; }

    /// <summary>Caption of the table that holds the outputs: one record per row, or one record where the rows are name and value.</summary>
    public string? Table { get; init; }

    /// <summary>Link or button in each row that opens the whole record.</summary>
    public string? Detail { get; init; }

    /// <summary>Caption of the table behind <see cref="Detail"/>; null: the first table of names and values.</summary>
    public string? Record { get; init; }

    /// <summary>Link or button that leads back from <see cref="Detail"/>, where it is no plain link.</summary>
    public string? Back { get; init; }

    /// <summary>Link or button that shows the next page of the table.</summary>
    public string? Next { get; init; }

    /// <summary>Text that says that there is no record.</summary>
    public string? None { get; init; }

    /// <summary>Link or button in each row that downloads a file.</summary>
    public string? Download { get; init; }

    /// <summary>Item name to the header under which it is shown, where that is not its label.</summary>
    public IReadOnlyDictionary<string, string> Items { get; init; } = new Dictionary<string, string>();

    /// <summary>Whether nothing is read: then nothing that the product shows there is seen.</summary>
    public bool IsNothing => this is { Table: null, None: null, Match.Count: 0 };

    /// <summary>Item name to a regular expression with one group, applied to the text of the element with <see cref="Role"/>, or of the page.</summary>
    public IReadOnlyDictionary<string, string> Match { get; init; } = new Dictionary<string, string>();
}

/// <summary>How a refusal looks.</summary>
public sealed record UiRefusal
{
    /// <summary>Role of the element: <c>alert</c>, or <c>dialog</c> for a message box of the browser.</summary>
    public string Role { get; init; } = "alert";

    /// <summary>Regular expression with one group that finds a code in a message.</summary>
    public string Code { get; init; } = @"\b([A-Z]\d{4})\b";
}
