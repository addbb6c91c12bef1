using System.Text;
using Conformance.Drivers.Tests.Miniatures;

namespace Conformance.Drivers.Tests;

/// <summary>Files that an exchange puts out, fetched by the API.</summary>
public sealed class ApiOutputTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_record_of_the_answer_names_a_file_that_is_fetched_to_the_disk_and_removed_with_the_observation()
    {
        await using var product = await MiniatureApi.StartAsync((asked, context) => asked.Method == "POST"
            ? MiniatureApi.Answer(context, 200, """{"result":[{"file":"a 1.csv"},{"file":"b.csv"}]}""")
            : MiniatureApi.Answer(context, 200, asked.Target, "text/csv"));
        await using var session = Open("出力: {post: /export, files: '/export/{ファイル名}', read: {ファイル名: file}}", product.Address);

        var seen = await session.Api!.PerformAsync(Some.Call("出力"), Stop);

        seen.Files.Select(file => file.Name).Should().Equal("a 1.csv", "b.csv");
        seen.Files.Select(file => File.ReadAllText(file.Path)).Should().Equal("/export/a 1.csv", "/export/b.csv");
        seen.Exchanges.Should().HaveCount(3).And.OnlyContain(exchange => !exchange.Response.EndsWith("/export/b.csv", StringComparison.Ordinal), "files hold everybody and are no evidence");
        foreach (var file in seen.Files)
        {
            file.Dispose();
            File.Exists(file.Path).Should().BeFalse();
        }
    }

    [Fact]
    public async Task The_answer_itself_may_be_the_file_under_the_name_that_it_gives()
    {
        await using var product = await MiniatureApi.StartAsync(async (_, context) =>
        {
            context.Response.Headers.ContentDisposition = "attachment; filename=\"all.zip\"";
            context.Response.ContentType = "application/zip";
            await context.Response.Body.WriteAsync(Encoding.ASCII.GetBytes("PK.."));
        });
        await using var session = Open("出力: {get: /export, files: answer}", product.Address);

        using var file = (await session.Api!.PerformAsync(Some.Call("出力"), Stop)).Files.Should().ContainSingle().Which;

        file.Name.Should().Be("all.zip");
        (await File.ReadAllTextAsync(file.Path, Stop)).Should().Be("PK..");
    }

    [Fact]
    public async Task A_file_that_is_not_there_beside_others_is_missing_and_told_in_the_evidence()
    {
        await using var product = await MiniatureApi.StartAsync((asked, context) => asked.Method == "POST" ? MiniatureApi.Answer(context, 200, """{"result":[{"file":"a.csv"},{"file":"b.csv"}]}""")
            : asked.Target.EndsWith("/b.csv", StringComparison.Ordinal) ? MiniatureApi.Answer(context, 200, "1", "text/csv")
            : MiniatureApi.Answer(context, 404, """{"errors":[{"code":"E0005","message":"ありません。"}]}"""));
        await using var session = Open("出力: {post: /export, files: '/export/{ファイル名}', read: {ファイル名: file}}", product.Address);

        var seen = await session.Api!.PerformAsync(Some.Call("出力"), Stop);

        using var file = seen.Files.Should().ContainSingle().Which;
        file.Name.Should().Be("b.csv");
        seen.Exchanges[1].Response.Should().Contain("E0005");
    }

    [Theory]
    [InlineData(401)]
    [InlineData(403)]
    [InlineData(404)]
    [InlineData(500)]
    public async Task Where_no_file_can_be_fetched_the_profile_may_name_a_wrong_address(int status)
    {
        await using var product = await MiniatureApi.StartAsync((asked, context) => asked.Method == "POST"
            ? MiniatureApi.Answer(context, 200, """{"result":[{"file":"a.csv"}]}""")
            : MiniatureApi.Answer(context, status, """{"errors":[{"code":"E0005","message":"ありません。"}]}"""));
        await using var session = Open("出力: {post: /export, files: '/elsewhere/{ファイル名}', read: {ファイル名: file}}", product.Address);

        var thrown = (await session.Api!.Invoking(api => api.PerformAsync(Some.Call("出力"), Stop)).Should().ThrowAsync<ProfileMismatchException>()).Which;

        thrown.Message.Should().Contain($"/elsewhere/a.csv ({status})");
        thrown.Exchanges.Should().HaveCount(2);
    }

    [Fact]
    public async Task An_answer_without_the_item_that_names_the_file_does_not_fit_the_profile()
    {
        await using var product = await MiniatureApi.AnsweringAsync(200, """{"result":[{"name":"a.csv"}]}""");
        await using var session = Open("出力: {post: /export, files: '/export/{ファイル名}'}", product.Address);

        (await session.Api!.Invoking(api => api.PerformAsync(Some.Call("出力"), Stop)).Should().ThrowAsync<ProfileMismatchException>()).Which.Message.Should().Contain("ファイル名").And.Contain("name");
    }

    private static TargetSession Open(string api, Uri at) => TargetSession.Open(Some.Profile(api, at: at, auth: "{method: none}"), new TargetOptions { Secrets = new Profiles.Secrets() });
}
