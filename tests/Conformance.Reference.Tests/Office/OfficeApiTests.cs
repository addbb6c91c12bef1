using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Conformance.Reference.Jidoteate;
using Conformance.Reference.Jumin;
using Conformance.Reference.Office.Documents;
using Conformance.Reference.Office.Neighbours;
using Conformance.Reference.Shikyu;

namespace Conformance.Reference.Tests.Office;

public sealed class OfficeApiTests
{
    [Fact]
    public async Task Without_the_token_nothing_is_answered()
    {
        await using var office = await OfficeInstance.StartAsync(JuminApp.Product);
        office.Api.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "another");
        (await office.RefusalAsync("jumin-shokai")).Should().Equal("E0401");
        foreach (var path in new[] { "/jumin/v1/ido", "/api/chohyo/T00000001" })
        {
            using var response = await office.Api.GetAsync(new Uri(path, UriKind.Relative));
            response.StatusCode.Should().Be(HttpStatusCode.Unauthorized);
        }
    }

    [Theory]
    [InlineData("not json")]
    [InlineData("[]")]
    [InlineData("""{"shimei":{"a":1}}""")]
    [InlineData("""{"shimei":"亜","shimei":"亜"}""")]
    public async Task A_body_that_is_no_entry_is_refused(string body)
    {
        await using var office = await OfficeInstance.StartAsync(ShikyuApp.Product);
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        using var response = await office.Api.PostAsync(new Uri("/api/shinsei", UriKind.Relative), content);
        response.StatusCode.Should().Be(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Children_may_come_as_a_list()
    {
        await using var office = await OfficeInstance.StartAsync(JidoteateApp.Product);
        var body = Some.Members(Some.Claim().Where(item => !item.Name.StartsWith("jido", StringComparison.Ordinal)));
        body["jido"] = new JsonArray(Some.Members([("shimei", "見本　一"), ("seinengappi", "2020-01-01")]), Some.Members([("jido_shimei", "見本　二"), ("jido_seinengappi", "2021-01-01")]));
        using var content = new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json");
        using var response = await office.Api.PostAsync(new Uri("/api/jukyusha-toroku", UriKind.Relative), content);
        JsonNode.Parse(await response.Content.ReadAsStringAsync())!["result"]![0]!["jido2_shimei"]!.ToString().Should().Be("見本　二");
    }

    public static TheoryData<string> Products => ["jidoteate", "jumin", "shikyu"];

    [Theory]
    [MemberData(nameof(Products))]
    public async Task The_description_lists_every_operation_and_nothing_forbidden(string app)
    {
        await using var office = await OfficeInstance.StartAsync(Product(app));
        var document = JsonNode.Parse(await office.Api.GetStringAsync(new Uri("/openapi.json", UriKind.Relative)))!;
        foreach (var (path, methods) in document["paths"]!.AsObject())
        {
            // What is fetched is there, and has nothing under a number that nobody gave out.
            var fetched = methods!.AsObject().ContainsKey("get");
            using var response = fetched ? await office.Api.GetAsync(new Uri(path, UriKind.Relative)) : await office.Api.PostAsync(new Uri(path, UriKind.Relative), new StringContent("{}"));
            response.StatusCode.Should().BeOneOf(fetched ? [HttpStatusCode.OK, HttpStatusCode.NotFound] : [HttpStatusCode.OK, HttpStatusCode.BadRequest], "{0} is there", path);
        }

        document.ToJsonString(Core.JsonText.Plain).Should().NotContain("再入力").And.NotContain("統合宛名番号").And.NotContain("一時解除の連携");
    }

    [Fact]
    public async Task A_setting_that_cannot_be_read_is_refused()
    {
        var start = async () => await OfficeInstance.StartAsync(JuminApp.Product, settings: ("interval", "soon"));
        (await start.Should().ThrowAsync<ArgumentException>()).WithMessage("*--interval*soon*");
    }

    [Fact]
    public async Task The_clock_can_be_set_and_let_go()
    {
        await using var office = await OfficeInstance.StartAsync(ShikyuApp.Product);
        var clock = new Uri("/test/clock", UriKind.Relative);
        using var content = new StringContent("""{"now":"2027-04-01T09:00:00+09:00"}""");
        (await office.Api.PutAsync(clock, content)).EnsureSuccessStatusCode();
        (await office.Api.GetStringAsync(clock)).Should().Contain("2027-04-01T09:00:00+09:00");
        using var nonsense = new StringContent("tomorrow");
        (await office.Api.PutAsync(clock, nonsense)).StatusCode.Should().Be(HttpStatusCode.BadRequest);
        await office.Api.DeleteAsync(clock);
        (await office.Api.GetStringAsync(clock)).Should().Contain("2026-04-01T09:30:00+09:00");
    }

    [Fact]
    public async Task The_basic_credential_is_a_variant()
    {
        await using var office = await OfficeInstance.StartAsync(JidoteateApp.Product, variant: "OV06-client-secret-basic");
        await office.RoundAsync();
        office.Around.TokenRequests.Should().NotBeEmpty().And.OnlyContain(request => request.StartsWith("Basic ", StringComparison.Ordinal));
    }

    [Fact]
    public void A_request_to_the_object_store_bears_a_signature()
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, "http://127.0.0.1:9000/renkei/027x007/a.csv");
        S3Signature.Sign(request, "abc"u8.ToArray(), "key", "secret", new DateTimeOffset(2026, 4, 1, 0, 0, 0, TimeSpan.Zero));
        request.Headers.GetValues("Authorization").Single().Should()
            .StartWith("AWS4-HMAC-SHA256 Credential=key/20260401/us-east-1/s3/aws4_request,SignedHeaders=host;x-amz-content-sha256;x-amz-date,Signature=");
    }

    [Fact]
    public async Task Other_programs_read_the_text_of_a_notice()
    {
        var name = "氏名　𠮷田　葛\U000E0100髙﨑_太郎　1,000円";
        var file = Path.GetTempFileName();
        try
        {
            await File.WriteAllBytesAsync(file, PdfDocument.Write([("通知書", [name]), ("二枚目", ["以上"])]), TestContext.Current.CancellationToken);
            using var process = Started(file);
            var text = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
            text.Should().Contain("通知書").And.Contain(name).And.Contain("二枚目");
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static Process Started(string file)
    {
        try
        {
            return Process.Start(new ProcessStartInfo("pdftotext", ["-layout", file, "-"]) { RedirectStandardOutput = true, StandardOutputEncoding = Encoding.UTF8 })!;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Assert.Skip("pdftotext (poppler) is not installed");
            throw;
        }
    }

    private static ReferenceProduct Product(string app) => app switch { "jidoteate" => JidoteateApp.Product, "jumin" => JuminApp.Product, _ => ShikyuApp.Product };
}
