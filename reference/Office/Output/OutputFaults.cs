using System.Text;
using Conformance.Reference.Office.Faults;
using Conformance.Reference.Office.Items;

namespace Conformance.Reference.Office.Output;

/// <summary>How an output may be spoilt, beside what happens to single items.</summary>
/// <param name="prefix">Letters of the IDs: <c>SO</c> gives SO01, SO02 …</param>
/// <param name="function">機能ID of the output.</param>
/// <param name="main">Group of the main records.</param>
/// <param name="lacking">Group that may be missing.</param>
/// <param name="history">Group of the history, and the item that names whose it is.</param>
internal sealed class OutputFaults(string prefix, string function, string main, string lacking, (string Group, string Whose) history)
{
    private Behaviour? behaviour;
    private IReadOnlyList<Row> refused = [];

    /// <summary>Of the application that is running.</summary>
    public OutputFaults For(Desk desk) => new(prefix, function, main, lacking, history) { behaviour = desk.Behaviour, refused = desk.Refused };

    public Encoding Encoding => Shows(8, "in-utf16") ? Encoding.Unicode : Encoding.UTF8;

    /// <summary>Faults that act on the whole, and those of single items.</summary>
    /// <param name="items">Word of the ID, what happens, the group and how an item of it is spoilt.</param>
    public IReadOnlyList<OfficeFault> All(params (string Word, string What, string Group, Action<Row> Spoil)[] items) =>
    [
        new(Id(1, "lacks-group"), function, $"The group {lacking} is not put out."),
        new(Id(2, "lacks-history"), function, $"Of {history.Group} only the last state is put out."),
        new(Id(3, "lacks-newest"), function, $"The newest record of {main} is not put out."),
        new(Id(4, "key-twice"), function, $"The newest record of {main} is put out twice."),
        new(Id(5, "count-one-short"), function, "The number of records that staff are told is one short."),
        new(Id(6, "header-order"), function, $"The second and the third column of {main} change places."),
        new(Id(7, "has-refused"), function, "What was refused is put out with the rest."),
        new(Id(8, "in-utf16"), function, "The files are written in UTF-16."),
        .. items.Select((one, at) => new OfficeFault(Id(at + 9, one.Word), function, one.What) { Seam = $"output:{one.Group}", Spoil = one.Spoil }),
    ];

    /// <summary>Whether entries that were refused are remembered.</summary>
    public static bool KeepsRefused(Behaviour shown) => shown.On.Any(fault => fault.Id.EndsWith("-output-has-refused", StringComparison.Ordinal));

    public bool Lacks(string group) => group == lacking && Shows(1, "lacks-group");

    public IReadOnlyList<string> Columns(string group, string[] columns)
    {
        if (group == main && Shows(6, "header-order"))
        {
            (columns[1], columns[2]) = (columns[2], columns[1]);
        }

        return columns;
    }

    public int Stated(int rows) => Shows(5, "count-one-short") ? Math.Max(0, rows - 1) : rows;

    public IEnumerable<Row> Rows(string group, List<Row> rows)
    {
        if (group == history.Group && Shows(2, "lacks-history"))
        {
            return rows.GroupBy(row => row[history.Whose]).Select(own => own.Last());
        }

        if (group != main)
        {
            return rows;
        }

        return Shows(3, "lacks-newest") ? rows.SkipLast(1)
            : Shows(4, "key-twice") ? rows.Concat(rows.TakeLast(1))
            : Shows(7, "has-refused") ? rows.Concat(refused.ToList())
            : rows;
    }

    private bool Shows(int number, string word) => behaviour?.Shows(Id(number, word)) == true;

    private string Id(int number, string word) => $"{prefix}{number:00}-output-{word}";
}
