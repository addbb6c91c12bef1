using Ast = global::Gherkin.Ast;
using KeywordType = global::Gherkin.StepKeywordType;

namespace Conformance.Gherkin;

/// <summary>
/// Compiles the tree of a feature to scenarios, by the rules of Cucumber's own compiler: a background precedes every scenario of
/// its feature or rule, a scenario without steps stays without steps, each row of an outline is a scenario.
/// </summary>
internal sealed class PickleCompiler
{
    private readonly string _uri;
    private readonly AstNumbers _numbers;
    private readonly Ast.Feature _feature;
    private readonly PickleParent _featureParent;
    private readonly List<Pickle> _pickles = [];

    private PickleCompiler(Ast.Feature feature, string uri, AstNumbers numbers)
    {
        _feature = feature;
        _uri = uri;
        _numbers = numbers;
        _featureParent = new(feature.Name ?? "", feature.Description ?? "", [.. feature.Tags.Select(tag => tag.Name)]);
    }

    public static IReadOnlyList<Pickle> Compile(Ast.GherkinDocument document, string uri, AstNumbers numbers)
    {
        if (document.Feature is not { } feature)
        {
            return [];
        }

        var compiler = new PickleCompiler(feature, uri, numbers);
        compiler.CompileChildren(feature.Children, [], feature.Tags, null);
        return compiler._pickles;
    }

    private void CompileChildren(
        IEnumerable<Ast.IHasLocation> children, IReadOnlyList<Ast.Step> background, IEnumerable<Ast.Tag> tags, PickleParent? rule)
    {
        foreach (var child in children)
        {
            switch (child)
            {
                case Ast.Background own:
                    background = [.. background, .. own.Steps];
                    break;
                case Ast.Rule inner:
                    CompileChildren(
                        inner.Children,
                        background,
                        tags.Concat(inner.Tags),
                        new(inner.Name ?? "", inner.Description ?? "", [.. inner.Tags.Select(tag => tag.Name)]));
                    break;
                case Ast.Scenario scenario when !scenario.Examples.Any():
                    Add(scenario, background, tags.Concat(scenario.Tags), rule, null, null);
                    break;
                case Ast.Scenario scenario:
                    CompileOutline(scenario, background, tags, rule);
                    break;
            }
        }
    }

    private void CompileOutline(Ast.Scenario scenario, IReadOnlyList<Ast.Step> background, IEnumerable<Ast.Tag> tags, PickleParent? rule)
    {
        foreach (var examples in scenario.Examples)
        {
            if (examples.TableHeader is not { } header)
            {
                continue;
            }

            foreach (var row in examples.TableBody ?? [])
            {
                Add(scenario, background, tags.Concat(scenario.Tags).Concat(examples.Tags), rule, header, row);
            }
        }
    }

    private void Add(
        Ast.Scenario scenario,
        IReadOnlyList<Ast.Step> background,
        IEnumerable<Ast.Tag> tags,
        PickleParent? rule,
        Ast.TableRow? header,
        Ast.TableRow? row)
    {
        var values = header is null || row is null
            ? []
            : header.Cells.Zip(row.Cells, (name, value) => KeyValuePair.Create(name.Value, value.Value)).ToArray();
        var steps = new List<PickleStep>();
        if (scenario.Steps.Any())
        {
            var kind = StepKind.Unknown;
            foreach (var step in background)
            {
                kind = KindOf(step, kind);
                steps.Add(StepOf(step, kind, [], null, isBackground: true));
            }

            foreach (var step in scenario.Steps)
            {
                kind = KindOf(step, kind);
                steps.Add(StepOf(step, kind, values, row, isBackground: false));
            }
        }

        PickleTag[] pickleTags = [.. tags.Select(tag => new PickleTag(tag.Name, _numbers[tag]))];
        var inherited = _featureParent.Tags.Count + (rule?.Tags.Count ?? 0);
        var place = row?.Location ?? scenario.Location;
        _pickles.Add(new()
        {
            Id = $"{_uri}:{place.Line}",
            Uri = _uri,
            Name = Fill(scenario.Name ?? "", values),
            Language = _feature.Language,
            Position = PositionOf(place),
            Steps = steps,
            Tags = pickleTags,
            OwnTags = [.. pickleTags.Skip(inherited).Select(tag => tag.Name)],
            Feature = _featureParent,
            Rule = rule,
            Description = scenario.Description ?? "",
            Arguments = values,
            AstNodes = row is null ? [_numbers[scenario]] : [_numbers[scenario], _numbers[row]],
        });
    }

    private PickleStep StepOf(
        Ast.Step step, StepKind kind, KeyValuePair<string, string>[] values, Ast.TableRow? row, bool isBackground)
    {
        var both = step is { DataTable: not null, DocString: not null };
        var tableFirst = step is { DataTable: { } first, DocString: { } second } && Before(first.Location, second.Location);
        return new()
        {
            Text = Fill(step.Text, values),
            Kind = kind,
            Keyword = step.Keyword,
            Position = PositionOf(step.Location),
            IsBackground = isBackground,
            AstNodes = row is null ? [_numbers[step]] : [_numbers[step], _numbers[row]],
            Table = step.DataTable is { } table
                ? new(
                    [.. table.Rows.Select(cells => (IReadOnlyList<string>)[.. cells.Cells.Select(cell => Fill(cell.Value, values))])],
                    both ? (tableFirst ? 1 : 2) : 0)
                : null,
            DocString = step.DocString is { } text
                ? new(
                    Fill(text.Content, values),
                    string.IsNullOrEmpty(text.ContentType) ? null : Fill(text.ContentType, values),
                    both ? (tableFirst ? 2 : 1) : 0)
                : null,
        };
    }

    private static StepKind KindOf(Ast.Step step, StepKind previous) => step.KeywordType switch
    {
        KeywordType.Context => StepKind.Context,
        KeywordType.Action => StepKind.Action,
        KeywordType.Outcome => StepKind.Outcome,
        KeywordType.Conjunction => previous,
        _ => StepKind.Unknown,
    };

    private static string Fill(string text, KeyValuePair<string, string>[] values)
    {
        foreach (var (name, value) in values)
        {
            text = text.Replace($"<{name}>", value, StringComparison.Ordinal);
        }

        return text;
    }

    private static bool Before(Ast.Location one, Ast.Location other) => one.Line < other.Line;

    private static SourcePosition PositionOf(Ast.Location location) => new(location.Line, location.Column);
}
