using System.Collections.Specialized;

namespace Conformance.Gherkin;

/// <summary>Title, tags and example values of a scenario.</summary>
public sealed class ScenarioInfo
{
    internal ScenarioInfo(Pickle pickle, string pass, int attempt)
    {
        Pickle = pickle;
        Pass = pass;
        Attempt = attempt;
        Arguments = new OrderedDictionary(StringComparer.Ordinal);
        foreach (var (name, value) in pickle.Arguments)
        {
            Arguments[name] = value;
        }
    }

    public string Title => Pickle.Name;

    public string Description => Pickle.Description;

    /// <summary>The scenario's own tags, without <c>@</c>.</summary>
    public string[] Tags => [.. Pickle.OwnTags.Select(Bare)];

    /// <summary>Own and inherited tags, without <c>@</c>, each once.</summary>
    public string[] CombinedTags => [.. Pickle.Tags.Select(tag => Bare(tag.Name)).Distinct(StringComparer.Ordinal)];

    /// <summary>The same as <see cref="CombinedTags"/>.</summary>
    public string[] ScenarioAndFeatureTags => CombinedTags;

    /// <summary>Column and value of the row of a scenario outline.</summary>
    public IOrderedDictionary Arguments { get; }

    /// <summary>The compiled scenario. Not in Reqnroll.</summary>
    public Pickle Pickle { get; }

    /// <summary>The pass of the run in which the scenario is run; empty unless the run has several. Not in Reqnroll.</summary>
    public string Pass { get; }

    /// <summary>Zero for the first attempt. Not in Reqnroll.</summary>
    public int Attempt { get; }

    /// <summary>How many of its steps were done before it waited; 0 for a scenario that starts at its beginning. Not in Reqnroll.</summary>
    public int ContinuedAfter { get; internal init; }

    /// <summary>Whether the scenario goes on after it waited. Not in Reqnroll.</summary>
    public bool IsContinued { get; internal init; }

    private static string Bare(string tag) => tag.TrimStart('@');
}
