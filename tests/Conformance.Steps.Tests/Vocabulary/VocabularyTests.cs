using Conformance.Gherkin;
using Conformance.Steps.Running;

namespace Conformance.Steps.Tests.Vocabulary;

/// <summary>The step vocabulary and the checked-in features fit each other exactly.</summary>
public sealed class VocabularyTests
{
    private static readonly BindingCatalogue s_catalogue = BindingCatalogue.Of([typeof(Stage).Assembly]);

    private static readonly List<Pickle> s_pickles = [.. FeatureReader.ReadAll(Directory.GetFiles(Path.Combine(Some.Root, "features"), "*.feature", SearchOption.AllDirectories)
        .Order(StringComparer.Ordinal).Select(file => new FeatureSource(Path.GetRelativePath(Some.Root, file), File.ReadAllText(file)))).Documents.SelectMany(document => document.Pickles)];

    [Fact]
    public void The_bindings_have_no_problem() => s_catalogue.Problems.Should().BeEmpty();

    [Fact]
    public void Every_step_of_every_checked_in_feature_binds_to_exactly_one_definition()
    {
        s_pickles.Should().NotBeEmpty();
        s_pickles.SelectMany(pickle => pickle.Steps.Select(step => (Text: step.Text, Count: s_catalogue.Match(step, pickle).Count)))
            .Where(step => step.Count != 1).Distinct().Should().BeEmpty();
    }

    [Fact]
    public void No_definition_is_left_that_no_feature_uses()
    {
        var used = s_pickles.SelectMany(pickle => pickle.Steps.SelectMany(step => s_catalogue.StepDefinitions.Where(definition =>
            (definition.Kind is null || definition.Kind == step.Kind) && definition.Expression.Match(step.Text) is not null))).ToHashSet();

        // Offered to the authors of contracts: what some standard needs, and none that is here does yet.
        string[] offered = ["WasDoneWith", "TimePasses", "DoesNotBecome"];
        s_catalogue.StepDefinitions.Where(definition => !used.Contains(definition) && !offered.Contains(definition.Method.Method.Name)).Select(definition => $"{definition.Method.Method.Name}: {definition.Expression.Source}").Should().BeEmpty();
    }

    [Fact]
    public void Every_definition_of_a_ならば_begins_with_the_unit_it_blames_and_no_other_does() =>
        s_catalogue.StepDefinitions.Where(definition => definition.Expression.Source.Contains("公式", StringComparison.Ordinal) != (definition.Kind == StepKind.Outcome))
            .Select(definition => definition.Expression.Source).Should().BeEmpty();
}
