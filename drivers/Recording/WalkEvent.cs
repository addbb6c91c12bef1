using Conformance.Drivers.Ui;
using Newtonsoft.Json;

namespace Conformance.Drivers.Recording;

/// <summary>Something that a person did, with the screen as it was at that moment (before what it sets off).</summary>
/// <param name="Id">Number of the element; empty where it has none.</param>
/// <param name="Text">Of a mark: what stands there.</param>
internal sealed record WalkEvent(WalkEventKind Kind, string Id, string Text, Screen Screen)
{
    /// <summary>Index of the frame in which it was done.</summary>
    public int Frame { get; init; }

    /// <summary>What <c>record.js</c> says.</summary>
    public static WalkEvent Parse(string json) => JsonConvert.DeserializeObject<WalkEvent>(json)!;
}

/// <summary>What a person does.</summary>
internal enum WalkEventKind
{
    /// <summary>A document is there.</summary>
    Open,

    /// <summary>A field got another value.</summary>
    Enter,

    /// <summary>A button or link was pressed.</summary>
    Press,

    /// <summary>A form was sent off without a button.</summary>
    Submit,

    /// <summary>This is the result (Alt and click).</summary>
    Mark,
}
