using System.Text;
using System.Xml;
using Conformance.Spec.Import.Sheets;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Conformance.Spec.Drafts;

/// <summary>The paragraphs of a Word document (.docx), tables and text boxes included, tracked insertions, deletions and moves kept apart.</summary>
public static class DraftDocument
{
    /// <summary>Reads a file.</summary>
    /// <exception cref="BadInputException">CF3001 cannot be opened, CF3002–CF3008 no readable Word document.</exception>
    public static IReadOnlyList<DraftParagraph> Read(string file)
    {
        byte[] bytes;
        try
        {
            bytes = File.ReadAllBytes(file);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new BadInputException(new Problem("CF3001", file, 0, 0, "The file cannot be opened: " + exception.Message, "Check the path and the permissions."));
        }

        var problems = new List<Problem>();
        Container.Check(bytes, file, Import.Sheets.Workbook.UnpackedLimit, OfficeKind.Document, problems);
        if (problems.Count > 0)
        {
            throw new BadInputException(problems);
        }

        try
        {
            using var stream = new MemoryStream();
            stream.Write(bytes);
            stream.Position = 0;
            using var document = WordprocessingDocument.Open(stream, true, new OpenSettings { AutoSave = false, RelationshipErrorHandlerFactory = RelationshipErrorHandler.CreateRewriterFactory((_, _, _) => "about:malformed") });
            var body = document.MainDocumentPart?.Document?.Body ?? throw new InvalidDataException("There is no text.");
            return Paragraphs(body);
        }
        catch (Exception exception) when (exception is OpenXmlPackageException or InvalidDataException or FileFormatException or XmlException or FormatException or ArgumentException or InvalidOperationException)
        {
            throw new BadInputException(new Problem("CF3008", file, 0, 0, "The document cannot be read: " + exception.Message, "Open it and save it again."));
        }
    }

    private static List<DraftParagraph> Paragraphs(Body body)
    {
        var read = new List<DraftParagraph>();
        var number = 0;
        StringBuilder text = new(), before = new();
        foreach (var paragraph in body.Descendants<Paragraph>())
        {
            number++;
            Append(paragraph, text, before);

            // A deleted paragraph mark joins a paragraph with the next one; before the deletion they were two.
            if (paragraph.ParagraphProperties?.ParagraphMarkRunProperties?.GetFirstChild<Deleted>() is null)
            {
                if (text.Length + before.Length > 0)
                {
                    read.Add(new DraftParagraph(number, text.ToString(), before.ToString()));
                }

                text.Clear();
                before.Clear();
            }
        }

        if (text.Length + before.Length > 0)
        {
            read.Add(new DraftParagraph(number, text.ToString(), before.ToString()));
        }

        return read;
    }

    private static void Append(Paragraph paragraph, StringBuilder text, StringBuilder before)
    {
        foreach (var leaf in paragraph.Descendants())
        {
            if (leaf is not (Text or DeletedText or TabChar or Break or NoBreakHyphen) || leaf.Ancestors<Paragraph>().First() != paragraph || leaf.Ancestors<RubyContent>().Any())
            {
                continue;
            }

            var words = leaf switch { Text plain => plain.Text, DeletedText deleted => deleted.Text, TabChar => " ", NoBreakHyphen => "-", _ => "\n" };
            var inserted = leaf.Ancestors().Any(ancestor => ancestor is InsertedRun or MoveToRun);
            var isDeleted = leaf is DeletedText || leaf.Ancestors().Any(ancestor => ancestor is DeletedRun or MoveFromRun);
            if (!isDeleted)
            {
                text.Append(words);
            }

            if (!inserted)
            {
                before.Append(words);
            }
        }
    }
}
