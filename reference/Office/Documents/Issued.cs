using Conformance.Reference.Office.Faults;
using Conformance.Reference.Office.Items;

namespace Conformance.Reference.Office.Documents;

/// <summary>Every document that was issued, as PDF.</summary>
internal sealed class Issued(Behaviour behaviour, OfficeClock clock)
{
    private readonly Lock gate = new();
    private readonly List<(Row Row, byte[] Pdf)> all = [];

    /// <summary>Prints and keeps a document.</summary>
    /// <param name="name">帳票の名称, the heading.</param>
    /// <param name="keys">Numbers by which it is found again.</param>
    /// <param name="printed">Heading of each line to what stands there.</param>
    /// <param name="print">Seam of what is printed.</param>
    /// <returns>帳票番号.</returns>
    public string Issue(string name, Row keys, Row printed, string print)
    {
        var lines = behaviour.Through(print, printed).Where(line => line.Value.Length > 0).Select(line => $"{line.Key}　{line.Value}").ToList();
        string[] cover = behaviour.Varies(OfficeVariants.NoticeOnTwoPages) ? ["このたびの手続について、次のページのとおりお知らせします。"] : [];
        var pages = cover.Length > 0 ? new[] { (name, cover), (name, lines.ToArray()) } : [(name, lines.ToArray())];
        lock (gate)
        {
            var number = $"T{all.Count + 1:00000000}";
            var row = new Row { ["chohyobango"] = number, ["chohyomei"] = name, ["hakkonengappi"] = clock.Day }.Take(keys);
            all.Add((row, PdfDocument.Write(pages)));
            return number;
        }
    }

    public byte[]? Pdf(string number)
    {
        lock (gate)
        {
            return all.Where(one => one.Row["chohyobango"] == number).Select(one => one.Pdf).FirstOrDefault();
        }
    }

    /// <summary>Documents whose keys are as given; what is blank restricts nothing.</summary>
    public IReadOnlyList<Row> Find(Row wanted)
    {
        lock (gate)
        {
            return [.. all.Where(one => wanted.All(key => key.Value.Length == 0 || one.Row[key.Key] == key.Value)).Select(one => one.Row.Copy())];
        }
    }
}
