using Conformance.Drivers.Ui;

namespace Conformance.Drivers.Profiles;

/// <summary>How the value of an item looks on a screen, both ways.</summary>
public abstract record ShownAs
{
    private ShownAs() { }

    /// <summary>The names by which a profile calls the forms other than code lists.</summary>
    public static IReadOnlyDictionary<string, ShownAs> Named { get; } = new Dictionary<string, ShownAs>
    {
        ["和暦"] = new Date(DateForm.Era),
        ["西暦"] = new Date(DateForm.Western),
        ["YYYY/MM/DD"] = new Date(DateForm.Slashes),
        ["YYYYMMDD"] = new Date(DateForm.Digits),
        ["全角"] = new Width(Wide: true),
        ["半角"] = new Width(Wide: false),
    };

    /// <summary>The value as it is typed or chosen. A value that does not have the expected form is typed as it is.</summary>
    public abstract string Show(string value);

    /// <summary>The value behind what a screen shows. A text that does not have the expected form is kept.</summary>
    public abstract string Read(string shown);

    /// <summary>A code is shown by its meaning.</summary>
    public sealed record Codes(IReadOnlyDictionary<string, string> Texts) : ShownAs
    {
        public override string Show(string value) => Texts.GetValueOrDefault(value, value);

        public override string Read(string shown)
        {
            foreach (var (code, text) in Texts)
            {
                if (LabelText.Same(text, shown))
                {
                    return code;
                }
            }

            return shown;
        }
    }

    /// <summary>A date (<c>YYYY-MM-DD</c>) is shown in another form.</summary>
    public sealed record Date(DateForm Form) : ShownAs
    {
        public override string Show(string value) => DateText.Show(value, Form);

        public override string Read(string shown) => DateText.Read(shown);
    }

    /// <summary>Full-width or half-width letters, digits and signs. Reads the other way round.</summary>
    public sealed record Width(bool Wide) : ShownAs
    {
        public override string Show(string value) => Wide ? LabelText.Widen(value) : LabelText.Narrow(value);

        public override string Read(string shown) => Wide ? LabelText.Narrow(shown) : LabelText.Widen(shown);
    }
}

/// <summary>Forms in which screens show dates.</summary>
public enum DateForm
{
    /// <summary>令和8年4月1日.</summary>
    Era,

    /// <summary>2026年4月1日.</summary>
    Western,

    /// <summary>2026/04/01.</summary>
    Slashes,

    /// <summary>20260401.</summary>
    Digits,
}
