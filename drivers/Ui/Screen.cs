using Newtonsoft.Json;

namespace Conformance.Drivers.Ui;

/// <summary>What <c>screen.js</c> reads from a page, or from one frame of it.</summary>
internal sealed record Screen
{
    public string Title { get; init; } = "";

    /// <summary>The first heading of the first level.</summary>
    public string Top { get; init; } = "";

    public string Url { get; init; } = "";

    /// <summary>Differs between two loads of the same address.</summary>
    public string Document { get; init; } = "";

    /// <summary>The document is parsed.</summary>
    public bool Ready { get; init; }

    public string Text { get; init; } = "";

    public IReadOnlyList<ScreenField> Fields { get; init; } = [];

    public IReadOnlyList<ScreenAction> Actions { get; init; } = [];

    public IReadOnlyList<ScreenTable> Tables { get; init; } = [];

    public IReadOnlyList<ScreenMessage> Messages { get; init; } = [];

    /// <summary>What a reader calls the screen.</summary>
    public string Name => Top.Length > 0 ? Top : Title.Length > 0 ? Title : Url;

    public static Screen Parse(string json) => JsonConvert.DeserializeObject<Screen>(json)!;

    /// <summary>The same as a frame of a page: what is in it tells so.</summary>
    public Screen InFrame(int index) => index == 0 ? this : this with
    {
        Fields = [.. Fields.Select(f => f with { Frame = index })],
        Actions = [.. Actions.Select(a => a with { Frame = index })],
        Tables = [.. Tables.Select(t => t with { Frame = index })],
        Messages = [.. Messages.Select(m => m with { Frame = index })],
    };

    /// <summary>A page of several frames as one screen.</summary>
    public static Screen Merge(IReadOnlyList<Screen> frames) => frames.Count == 1 ? frames[0] : frames[0] with
    {
        Ready = frames.All(f => f.Ready),
        Document = string.Join('|', frames.Select(f => f.Document)),
        Text = string.Join('\n', frames.Select(f => f.Text)),
        Fields = [.. frames.SelectMany(f => f.Fields)],
        Actions = [.. frames.SelectMany(f => f.Actions)],
        Tables = [.. frames.SelectMany(f => f.Tables)],
        Messages = [.. frames.SelectMany(f => f.Messages)],
    };

    /// <summary>The table with the caption, else the one under a heading of that name.</summary>
    public ScreenTable? Table(string caption) =>
        Tables.FirstOrDefault(t => LabelText.Same(t.Caption, caption)) ?? Tables.FirstOrDefault(t => LabelText.Same(t.Heading, caption));
}

/// <param name="Group">Name of the group of a radio button or check box.</param>
/// <param name="Value">Of a select: the text of the chosen option.</param>
/// <param name="Options">Texts of a select's options; <paramref name="Values"/> their values.</param>
/// <param name="Locked">Disabled or read-only.</param>
/// <param name="Limit">Characters that it takes; 0: no limit.</param>
/// <param name="Complaint">What the browser says against its value; empty: nothing.</param>
internal sealed record ScreenField(
    string Id, string Label, string Group, string Type, string Value, bool Checked, IReadOnlyList<string> Options, IReadOnlyList<string> Values,
    bool Locked, int Limit, string Complaint)
{
    /// <summary>Index of the frame that it is in.</summary>
    public int Frame { get; init; }

    public bool IsChoice => Type is "radio" or "checkbox";

    /// <summary>The name by which a profile calls it.</summary>
    public string Name => IsChoice && Group.Length > 0 ? Group : Label;
}

/// <param name="Link">A link, not a button.</param>
/// <param name="Menu">In a navigation area.</param>
/// <param name="Href">Address of a plain link; empty where a script decides.</param>
internal sealed record ScreenAction(string Id, string Name, bool Link, bool Menu, string Href, bool Locked)
{
    private static readonly string[] LogoutWords = ["ログアウト", "ログオフ", "サインアウト", "logout", "log out", "signout", "sign out"];

    /// <summary>Its name or its address says that the session ends there.</summary>
    public bool LogsOut => LogoutWords.Any(word => Name.Contains(word, StringComparison.OrdinalIgnoreCase) || Href.Contains(word, StringComparison.OrdinalIgnoreCase));

    /// <summary>The form that it belongs to; empty where it belongs to none.</summary>
    public string Form { get; init; } = "";

    /// <summary>That form holds nothing to fill in, as menus do that are made of forms.</summary>
    public bool Bare { get; init; }

    /// <summary>Index of the frame that it is in.</summary>
    public int Frame { get; init; }
}

/// <param name="Role"><c>alert</c> or <c>status</c>.</param>
/// <param name="Parts">Its list entries; empty where it has none.</param>
/// <param name="Fresh">Was not there, or not like this, before the last press.</param>
internal sealed record ScreenMessage(string Role, string Text, IReadOnlyList<string> Parts, bool Fresh)
{
    public string Id { get; init; } = "";

    /// <summary>Index of the frame that it is in.</summary>
    public int Frame { get; init; }
}
