using System.Globalization;
using System.Text;

namespace Conformance.Bench.Gherkin;

/// <summary>Scenarios of five steps that do next to nothing, a hundred to a file.</summary>
internal static class TrivialFeatures
{
    private const int PerFile = 100;

    /// <summary>Writes them into an empty folder.</summary>
    public static void Write(string folder, int scenarios)
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }

        Directory.CreateDirectory(folder);
        for (var file = 0; file * PerFile < scenarios; file++)
        {
            var text = new StringBuilder();
            text.Append(CultureInfo.InvariantCulture, $"Feature: moves {file}\n");
            for (var i = file * PerFile; i < Math.Min(scenarios, (file + 1) * PerFile); i++)
            {
                text.Append(CultureInfo.InvariantCulture, $$"""

                      Scenario: move {{i}}
                        Given there are {{i}} people
                        And one of them is "Hanako {{i}}"
                        When "Hanako {{i}}" moves in
                        And 3 more people move in
                        Then there are {{i + 3}} people in all

                    """);
            }

            File.WriteAllText(Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"moves-{file:0000}.feature")), text.ToString());
        }
    }
}
