using System.ComponentModel;
using System.Diagnostics;
using System.Text;
using Conformance.Drivers;
using Conformance.Steps.Running;

namespace Conformance.Steps.Documents;

/// <summary>The text of a document: of a PDF through poppler's <c>pdftotext</c>, of text as it is.</summary>
public static class PdfText
{
    /// <exception cref="DocumentToolException">pdftotext is not installed.</exception>
    /// <exception cref="PreparationException">It cannot read the document.</exception>
    public static Task<string> OfAsync(Document document, CancellationToken cancellationToken) => OfAsync(document, "pdftotext", cancellationToken);

    /// <param name="program">pdftotext, by name or path.</param>
    internal static async Task<string> OfAsync(Document document, string program, CancellationToken cancellationToken)
    {
        if (document.MediaType.StartsWith("text/", StringComparison.Ordinal))
        {
            return Encoding.UTF8.GetString(document.Content).TrimStart('\uFEFF');
        }

        if (!document.Content.AsSpan().StartsWith("%PDF-"u8))
        {
            throw new PreparationException($"The document 「{document.Name}」 ({document.MediaType}) is neither PDF nor text, so what is printed on it cannot be read.");
        }

        using var process = Started(program);
        var output = process.StandardOutput.ReadToEndAsync(cancellationToken);
        var errors = process.StandardError.ReadToEndAsync(cancellationToken);
        try
        {
            await process.StandardInput.BaseStream.WriteAsync(document.Content, cancellationToken);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // It may have given up on the document before it read all of it; its exit code says so.
        }

        await process.WaitForExitAsync(cancellationToken);
        var text = await output;
        return process.ExitCode == 0 ? text : throw new PreparationException($"pdftotext cannot read the document 「{document.Name}」: {(await errors).Trim()}");
    }

    /// <summary>Without white space: lines are broken wherever a form is full.</summary>
    public static string Squeezed(string text) => string.Concat(text.Where(character => !char.IsWhiteSpace(character)));

    private static Process Started(string program)
    {
        var start = new ProcessStartInfo(program, ["-q", "-layout", "-enc", "UTF-8", "-", "-"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
        };
        try
        {
            return Process.Start(start) ?? throw new DocumentToolException("pdftotext could not be started.");
        }
        catch (Win32Exception)
        {
            throw new DocumentToolException("pdftotext is not installed: install poppler (apt install poppler-utils, winget install poppler).");
        }
    }
}
