using System.Text;
using Conformance.Drivers;
using Conformance.Steps.Documents;
using Conformance.Steps.Running;

namespace Conformance.Steps.Tests.Documents;

public sealed class PdfTextTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_missing_tool_is_named_with_the_way_to_install_it() =>
        (await FluentActions.Awaiting(() => PdfText.OfAsync(Pdf("%PDF-1.4"), "/nowhere/pdftotext", Token)).Should().ThrowAsync<DocumentToolException>())
            .WithMessage("*not installed*poppler*");

    [Fact]
    public async Task What_is_neither_pdf_nor_text_cannot_be_read() =>
        (await FluentActions.Awaiting(() => PdfText.OfAsync(Pdf("<html>"), Token)).Should().ThrowAsync<PreparationException>()).WithMessage("*neither PDF nor text*");

    [Fact]
    public async Task Text_is_itself_without_its_byte_order_mark() =>
        (await PdfText.OfAsync(new Document("a.txt", "text/plain", [0xEF, 0xBB, 0xBF, .. "氏名　甲"u8]), Token)).Should().Be("氏名　甲");

    [Fact]
    public async Task A_broken_pdf_is_a_preparation_that_failed_and_no_finding()
    {
        try
        {
            _ = await PdfText.OfAsync(Pdf("%PDF-1.4\nbroken"), Token);
        }
        catch (DocumentToolException)
        {
            Assert.Skip("pdftotext is not installed.");
        }
        catch (PreparationException exception)
        {
            exception.Message.Should().Contain("cannot read the document");
            return;
        }

        Assert.Fail("A broken document was read.");
    }

    [Fact]
    public void Lines_that_a_full_form_breaks_are_one() => PdfText.Squeezed("長い\n 住\u3000所\t1").Should().Be("長い住所1");

    private static Document Pdf(string content) => new("通知書", "application/pdf", Encoding.UTF8.GetBytes(content));
}
