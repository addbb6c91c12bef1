using System.Text.Json;
using Ast = global::Gherkin.Ast;
using KeywordType = global::Gherkin.StepKeywordType;

namespace Conformance.Gherkin;

/// <summary>The messages about one feature file: its tree and its pickles.</summary>
/// <param name="json">Writes inside the envelope.</param>
/// <param name="document">What to write.</param>
/// <param name="index">Number of the document in the run.</param>
internal sealed class DocumentMessages(Utf8JsonWriter json, FeatureDocument document, int index)
{
    public void WriteDocument()
    {
        json.WriteString(Names.Uri, document.Uri);
        if (document.Tree.Feature is { } feature)
        {
            json.WriteStartObject(Names.Feature);
            Tags(feature.Tags);
            Location(feature.Location);
            json.WriteString(Names.Language, feature.Language);
            Heading(feature);
            Children(feature.Children);
            json.WriteEndObject();
        }

        json.WriteStartArray(Names.Comments);
        foreach (var comment in document.Tree.Comments)
        {
            json.WriteStartObject();
            Location(comment.Location);
            json.WriteString(Names.Text, comment.Text);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    public void WritePickle(Pickle pickle)
    {
        json.WriteString(Names.Id, pickle.Id);
        json.WriteString(Names.Uri, pickle.Uri);
        MessageWriter.Location(json, pickle.Position.Line, pickle.Position.Column);
        Nodes(pickle.AstNodes);
        json.WriteStartArray(Names.Tags);
        foreach (var tag in pickle.Tags)
        {
            json.WriteStartObject();
            json.WriteString(Names.Name, tag.Name);
            Ids.WriteNode(json, Names.AstNodeId, index, tag.AstNode);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteString(Names.Name, pickle.Name);
        json.WriteString(Names.Language, pickle.Language);
        json.WriteStartArray(Names.Steps);
        for (var i = 0; i < pickle.Steps.Count; i++)
        {
            PickleStep(pickle, i);
        }

        json.WriteEndArray();
    }

    private void PickleStep(Pickle pickle, int number)
    {
        var step = pickle.Steps[number];
        json.WriteStartObject();
        Ids.WritePickleStep(json, Names.Id, pickle, number);
        json.WriteString(Names.Text, step.Text);
        json.WriteString(Names.Type, step.Kind.ToString());
        Nodes(step.AstNodes);
        if (step.Table is not null || step.DocString is not null)
        {
            json.WriteStartObject(Names.Argument);
            if (step.DocString is { } text)
            {
                json.WriteStartObject(Names.DocString);
                ArgumentIndex(text.Order);
                json.WriteString(Names.Content, text.Content);
                if (text.MediaType is { } type)
                {
                    json.WriteString(Names.MediaType, type);
                }

                json.WriteEndObject();
            }

            if (step.Table is { } table)
            {
                json.WriteStartObject(Names.DataTable);
                ArgumentIndex(table.Order);
                PickleRows(table);
                json.WriteEndObject();
            }

            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private void PickleRows(PickleTable table)
    {
        json.WriteStartArray(Names.Rows);
        foreach (var row in table.Rows)
        {
            json.WriteStartObject();
            json.WriteStartArray(Names.Cells);
            foreach (var cell in row)
            {
                json.WriteStartObject();
                json.WriteString(Names.Value, cell);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private void ArgumentIndex(int order)
    {
        if (order > 0)
        {
            json.WriteNumber(Names.ArgumentIndex, order);
        }
    }

    private void Nodes(IReadOnlyList<int> nodes)
    {
        json.WriteStartArray(Names.AstNodeIds);
        foreach (var node in nodes)
        {
            Ids.WriteNodeValue(json, index, node);
        }

        json.WriteEndArray();
    }

    private void Children(IEnumerable<Ast.IHasLocation> children)
    {
        json.WriteStartArray(Names.Children);
        foreach (var child in children)
        {
            json.WriteStartObject();
            switch (child)
            {
                case Ast.Rule rule:
                    json.WriteStartObject(Names.Rule);
                    Id(rule);
                    Tags(rule.Tags);
                    Location(rule.Location);
                    Heading(rule);
                    Children(rule.Children);
                    json.WriteEndObject();
                    break;
                case Ast.Scenario scenario:
                    Scenario(scenario);
                    break;
                case Ast.Background background:
                    json.WriteStartObject(Names.Background);
                    Container(background);
                    json.WriteEndObject();
                    break;
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private void Scenario(Ast.Scenario scenario)
    {
        json.WriteStartObject(Names.Scenario);
        Tags(scenario.Tags);
        Container(scenario);
        json.WriteStartArray(Names.Examples);
        foreach (var examples in scenario.Examples)
        {
            json.WriteStartObject();
            Id(examples);
            Tags(examples.Tags);
            Location(examples.Location);
            Heading(examples);
            if (examples.TableHeader is { } header)
            {
                json.WritePropertyName(Names.TableHeader);
                Row(header);
            }

            Rows("tableBody", examples.TableBody ?? []);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private void Container(Ast.StepsContainer container)
    {
        Id(container);
        Location(container.Location);
        Heading(container);
        json.WriteStartArray(Names.Steps);
        foreach (var step in container.Steps)
        {
            Step(step);
        }

        json.WriteEndArray();
    }

    private void Step(Ast.Step step)
    {
        json.WriteStartObject();
        Id(step);
        Location(step.Location);
        json.WriteString(Names.Keyword, step.Keyword);
        json.WriteString(Names.KeywordType, step.KeywordType == KeywordType.Unspecified ? nameof(KeywordType.Unknown) : step.KeywordType.ToString());
        json.WriteString(Names.Text, step.Text);
        if (step.DocString is { } text)
        {
            json.WriteStartObject(Names.DocString);
            Location(text.Location);
            json.WriteString(Names.Content, text.Content);
            json.WriteString(Names.Delimiter, text.Delimiter);
            if (!string.IsNullOrEmpty(text.ContentType))
            {
                json.WriteString(Names.MediaType, text.ContentType);
            }

            json.WriteEndObject();
        }

        if (step.DataTable is { } table)
        {
            json.WriteStartObject(Names.DataTable);
            Location(table.Location);
            Rows("rows", table.Rows);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private void Rows(string name, IEnumerable<Ast.TableRow> rows)
    {
        json.WriteStartArray(name);
        foreach (var row in rows)
        {
            Row(row);
        }

        json.WriteEndArray();
    }

    private void Row(Ast.TableRow row)
    {
        json.WriteStartObject();
        Id(row);
        Location(row.Location);
        json.WriteStartArray(Names.Cells);
        foreach (var cell in row.Cells)
        {
            json.WriteStartObject();
            Location(cell.Location);
            json.WriteString(Names.Value, cell.Value);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private void Tags(IEnumerable<Ast.Tag> tags)
    {
        json.WriteStartArray(Names.Tags);
        foreach (var tag in tags)
        {
            json.WriteStartObject();
            Id(tag);
            Location(tag.Location);
            json.WriteString(Names.Name, tag.Name);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private void Heading(Ast.IHasDescription node)
    {
        json.WriteString(Names.Keyword, node.Keyword);
        json.WriteString(Names.Name, node.Name ?? "");
        json.WriteString(Names.Description, node.Description ?? "");
    }

    private void Id(object node) => Ids.WriteNode(json, Names.Id, index, document.Numbers[node]);

    private void Location(Ast.Location location) => MessageWriter.Location(json, location.Line, location.Column);
}
