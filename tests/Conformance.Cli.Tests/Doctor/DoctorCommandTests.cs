using System.Text.Json;
using Conformance.Cli.Tests.Miniatures;

namespace Conformance.Cli.Tests.Doctor;

public sealed class DoctorCommandTests
{
    [Fact]
    public async Task The_command_ends_with_3_where_something_is_to_be_mended_and_says_it_to_people_and_machines()
    {
        await using var target = await DoctorTarget.StartAsync(new Wrong { Gone = "/api/kettei" });
        using var folder = new TemporaryFolder();
        var profile = folder.Write("patient.profile.yaml", Patient.Text(target.Address));
        string[] call = ["doctor", "--profile", profile, "--driver", "api", "--mocks-port", "0", "--out", folder["out"], "--set", "token=a-token-for-the-miniature"];

        var said = await ConformanceProgram.RunAsync(call);
        var json = JsonDocument.Parse((await ConformanceProgram.RunAsync([.. call, "--json", "--lang", "en"])).Output).RootElement;

        said.ExitCode.Should().Be(3, said.Errors);
        said.Output.Should().ContainAll("✗ 操作 POST /api/kettei（決定）", "原因：対象プロファイル", "直し方：", "要対応 1");
        said.Output.Should().NotContain("a-token-for-the-miniature");
        json.GetProperty("exit").GetInt32().Should().Be(3);
        json.GetProperty("findings").EnumerateArray().Single(finding => finding.GetProperty("level").GetString() == "failure").GetProperty("cause").GetString().Should().Be("profile");
        Directory.Exists(folder["out"]).Should().BeFalse("looking leaves nothing behind");
    }

    [Fact]
    public async Task A_bad_profile_ends_with_2()
    {
        using var folder = new TemporaryFolder();
        var profile = folder.Write("patient.profile.yaml", Patient.Text(new Uri("http://127.0.0.1:1/")).Replace("申請照会:", "申請照合:", StringComparison.Ordinal));

        var result = await ConformanceProgram.RunAsync("doctor", "--profile", profile, "--set", "token=x");

        result.ExitCode.Should().Be(2);
        result.Errors.Should().Contain("CF5012");
    }

    [Fact]
    public async Task A_run_looks_first_and_writes_nothing_where_the_clock_is_an_hour_off()
    {
        await using var target = await DoctorTarget.StartAsync(new Wrong { Clock = TimeSpan.FromHours(1) });
        using var folder = new TemporaryFolder();
        var profile = folder.Write("patient.profile.yaml", Patient.Text(target.Address, "{method: bearer, secret: '${env:CONFORMANCE_TEST_TOKEN}'}"));

        await using var program = ConformanceProgram.Start(new Dictionary<string, string> { ["CONFORMANCE_TEST_TOKEN"] = "a-token-for-the-miniature" },
            "run", "--profile", profile, "--driver", "api", "--mocks-port", "0", "--out", folder["out"]);
        var result = await program.EndAsync();

        result.ExitCode.Should().Be(3, result.Errors);
        result.Output.Should().Contain("秒進んでいる");
        var run = Some.Result(folder["out"]);
        run.GetProperty("run").GetProperty("preflight").EnumerateArray().Single(finding => finding.GetProperty("level").GetString() == "failure").GetProperty("check").GetString().Should().Be("clock");
        Some.Verdicts(run, "scenarios").Should().NotBeEmpty().And.OnlyContain(verdict => verdict == "inconclusive");
        target.Journal.Where(heard => heard.Method == "POST").Should().OnlyContain(heard => heard.Path == "/api/shokai");
    }
}
