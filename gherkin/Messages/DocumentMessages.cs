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
        json.WriteString("uri"u8, document.Uri);
        if (document.Tree.Feature is { } feature)
        {
            json.WriteStartObject("feature"u8);
            Tags(feature.Tags);
            Location(feature.Location);
            json.WriteString("language"u8, feature.Language);
            Heading(feature);
            Children(feature.Children);
            json.WriteEndObject();
        }

        json.WriteStartArray("comments"u8);
        foreach (var comment in document.Tree.Comments)
        {
            json.WriteStartObject();
            Location(comment.Location);
            json.WriteString("text"u8, comment.Text);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    public void WritePickle(Pickle pickle)
    {
        json.WriteString("id"u8, pickle.Id);
        json.WriteString("uri"u8, pickle.Uri);
        MessageWriter.Location(json, pickle.Position.Line, pickle.Position.Column);
        Nodes(pickle.AstNodes);
        json.WriteStartArray("tags"u8);
        foreach (var tag in pickle.Tags)
        {
            json.WriteStartObject();
            json.WriteString("name"u8, tag.Name);
            Ids.WriteNode(json, "astNodeId"u8, index, tag.AstNode);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteString("name"u8, pickle.Name);
        json.WriteString("language"u8, pickle.Language);
        json.WriteStartArray("steps"u8);
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
        Ids.WritePickleStep(json, "id"u8, pickle, number);
        json.WriteString("text"u8, step.Text);
        json.WriteString("type"u8, step.Kind.ToString());
        Nodes(step.AstNodes);
        if (step.Table is not null || step.DocString is not null)
        {
            json.WriteStartObject("argument"u8);
            if (step.DocString is { } text)
            {
                json.WriteStartObject("docString"u8);
                ArgumentIndex(text.Order);
                json.WriteString("content"u8, text.Content);
                if (text.MediaType is { } type)
                {
                    json.WriteString("mediaType"u8, type);
                }

                json.WriteEndObject();
            }

            if (step.Table is { } table)
            {
                json.WriteStartObject("dataTable"u8);
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
        json.WriteStartArray("rows"u8);
        foreach (var row in table.Rows)
        {
            json.WriteStartObject();
            json.WriteStartArray("cells"u8);
            foreach (var cell in row)
            {
                json.WriteStartObject();
                json.WriteString("value"u8, cell);
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
            json.WriteNumber("argumentIndex"u8, order);
        }
    }

    private void Nodes(IReadOnlyList<int> nodes)
    {
        json.WriteStartArray("astNodeIds"u8);
        foreach (var node in nodes)
        {
            Ids.WriteNodeValue(json, index, node);
        }

        json.WriteEndArray();
    }

    private void Children(IEnumerable<Ast.IHasLocation> children)
    {
        json.WriteStartArray("children"u8);
        foreach (var child in children)
        {
            json.WriteStartObject();
            switch (child)
            {
                case Ast.Rule rule:
                    json.WriteStartObject("rule"u8);
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
                    json.WriteStartObject("background"u8);
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
        json.WriteStartObject("scenario"u8);
        Tags(scenario.Tags);
        Container(scenario);
        json.WriteStartArray("examples"u8);
        foreach (var examples in scenario.Examples)
        {
            json.WriteStartObject();
            Id(examples);
            Tags(examples.Tags);
            Location(examples.Location);
            Heading(examples);
            if (examples.TableHeader is { } header)
            {
                json.WritePropertyName("tableHeader"u8);
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
        json.WriteStartArray("steps"u8);
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
        json.WriteString("keyword"u8, step.Keyword);
        json.WriteString("keywordType"u8, step.KeywordType == KeywordType.Unspecified ? nameof(KeywordType.Unknown) : step.KeywordType.ToString());
        json.WriteString("text"u8, step.Text);
        if (step.DocString is { } text)
        {
            json.WriteStartObject("docString"u8);
            Location(text.Location);
            json.WriteString("content"u8, text.Content);
            json.WriteString("delimiter"u8, text.Delimiter);
            if (!string.IsNullOrEmpty(text.ContentType))
            {
                json.WriteString("mediaType"u8, text.ContentType);
            }

            json.WriteEndObject();
        }

        if (step.DataTable is { } table)
        {
            json.WriteStartObject("dataTable"u8);
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
        json.WriteStartArray("cells"u8);
        foreach (var cell in row.Cells)
        {
            json.WriteStartObject();
            Location(cell.Location);
            json.WriteString("value"u8, cell.Value);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private void Tags(IEnumerable<Ast.Tag> tags)
    {
        json.WriteStartArray("tags"u8);
        foreach (var tag in tags)
        {
            json.WriteStartObject();
            Id(tag);
            Location(tag.Location);
            json.WriteString("name"u8, tag.Name);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private void Heading(Ast.IHasDescription node)
    {
        json.WriteString("keyword"u8, node.Keyword);
        json.WriteString("name"u8, node.Name ?? "");
        json.WriteString("description"u8, node.Description ?? "");
    }

    private void Id(object node) => Ids.WriteNode(json, "id"u8, index, document.Numbers[node]);

    private void Location(Ast.Location location) => MessageWriter.Location(json, location.Line, location.Column);
}
