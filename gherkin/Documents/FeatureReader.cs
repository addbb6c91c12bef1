using GherkinParser = global::Gherkin.Parser;
using ParserExceptions = global::Gherkin;

namespace Conformance.Gherkin;

/// <summary>Reads feature files with the official parser and compiles their scenarios.</summary>
public static class FeatureReader
{
    // With fewer files, setting up costs more than it saves.
    private const int WorthSharing = 8;

    /// <summary>Reads one file. A file that does not parse yields its problems and no document.</summary>
    public static FeatureReading Read(FeatureSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        try
        {
            // Inside the Gherkin namespace a line ends at LF; the parser's reader treats CRLF alike.
            var tree = new GherkinParser().Parse(new StringReader(source.Text));
            var numbers = AstNumbers.Of(tree);
            var document = new FeatureDocument
            {
                Uri = source.Uri,
                Text = source.Text,
                Tree = tree,
                Numbers = numbers,
                Pickles = PickleCompiler.Compile(tree, source.Uri, numbers),
            };
            return new([document], []);
        }
        catch (ParserExceptions.CompositeParserException exception)
        {
            return new([], [.. exception.Errors.Select(error => ProblemOf(source, error))]);
        }
        catch (ParserExceptions.ParserException exception)
        {
            return new([], [ProblemOf(source, exception)]);
        }
    }

    /// <summary>Reads all files, several at the same time, and collects what is wrong with any of them; both in the order of the files.</summary>
    public static FeatureReading ReadAll(IEnumerable<FeatureSource> sources)
    {
        ArgumentNullException.ThrowIfNull(sources);
        var all = sources.ToList();
        var readings = new FeatureReading[all.Count];
        if (all.Count < WorthSharing)
        {
            for (var i = 0; i < readings.Length; i++)
            {
                readings[i] = Read(all[i]);
            }
        }
        else
        {
            Parallel.For(0, readings.Length, i => readings[i] = Read(all[i]));
        }

        return new([.. readings.SelectMany(reading => reading.Documents)], [.. readings.SelectMany(reading => reading.Problems)]);
    }

    private static GherkinProblem ProblemOf(FeatureSource source, ParserExceptions.ParserException exception) =>
        new(
            "CF4001",
            source.Uri,
            exception.Location?.Line ?? 0,
            exception.Location?.Column ?? 0,
            exception.Message,
            Remedy(exception));

    private static string Remedy(ParserExceptions.ParserException exception) => exception switch
    {
        ParserExceptions.NoSuchLanguageException => "Name a language that Gherkin knows in the first line, such as `# language: ja`.",
        ParserExceptions.InvalidTagException => "Write tags without blanks, separated by one.",
        ParserExceptions.UnexpectedEOFException => "Complete the last block of the file.",
        ParserExceptions.AstBuilderException => "Give every row of the table the same number of cells; a cell's own bar is written `\\|`.",
        _ => "Start the line with a keyword of the file's language (`# language: ja` in the first line), or make it a comment with `#`.",
    };
}
