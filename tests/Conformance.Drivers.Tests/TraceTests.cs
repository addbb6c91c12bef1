using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using Conformance.Drivers.Profiles;
using Conformance.Drivers.Tests.Miniatures;
using Conformance.Drivers.Ui;

namespace Conformance.Drivers.Tests;

/// <summary>What the browser records, as it is kept of a scenario that failed.</summary>
public sealed partial class TraceTests(UiDriverTests.Browser browser) : IClassFixture<UiDriverTests.Browser>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_kept_recording_shows_the_screens_and_holds_no_password_and_no_cookie()
    {
        await using var product = await MiniatureScreens.StartAsync();
        await using var session = UiDriverTests.Open(product, browser, "trace: on-failure");
        await using var scenario = session.BeginScenario();

        await scenario.Ui!.PerformAsync(Some.Call("照会"), Stop);
        var traces = await scenario.TracesAsync();

        var texts = Texts(traces.Should().ContainSingle().Subject);
        texts.Should().Contain(text => text.Contains("住登外者", StringComparison.Ordinal), "the screens are in it");
        texts.Should().Contain(text => text.Contains(Secrets.Mask, StringComparison.Ordinal), "there was something to take out");
        foreach (var secret in UiDriverTests.Passwords)
        {
            texts.Should().NotContain(text => text.Contains(secret, StringComparison.Ordinal));
        }

        texts.SelectMany(text => Cookie().Matches(text)).Select(match => match.Groups[1].Value).Should().NotBeEmpty().And.OnlyContain(value => value == Secrets.Mask);
    }

    [Fact]
    public async Task A_window_is_recorded_anew_in_each_scenario()
    {
        await using var product = await MiniatureScreens.StartAsync();
        await using var session = UiDriverTests.Open(product, browser, "trace: on-failure");
        await using (var sound = session.BeginScenario())
        {
            await sound.Ui!.PerformAsync(Some.Call("照会"), Stop);
        }

        await using var failing = session.BeginScenario();
        await failing.Ui!.PerformAsync(Some.Call("照会"), Stop);

        (await failing.TracesAsync()).Should().ContainSingle();
        (await failing.TracesAsync()).Should().ContainSingle("asking again gives the same");
    }

    [Fact]
    public async Task Nothing_is_recorded_unless_the_profile_asks_for_it()
    {
        await using var product = await MiniatureScreens.StartAsync();
        await using var session = UiDriverTests.Open(product, browser, "trace: off");
        await using var scenario = session.BeginScenario();

        await scenario.Ui!.PerformAsync(Some.Call("照会"), Stop);

        (await scenario.TracesAsync()).Should().BeEmpty();
    }

    [Fact]
    public void Headers_cookies_and_registered_values_are_masked_and_pictures_stay()
    {
        var secrets = new Secrets();
        secrets.Register("hush-hush");
        byte[] picture = [0x89, (byte)'P', 0xFF, 0xFE, 0];
        using var zip = new MemoryStream();
        using (var archive = new ZipArchive(zip, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add(archive, "trace.network", Encoding.UTF8.GetBytes("""{"headers":[{"name":"Cookie","value":"sid=1\"2"},{"name":"Accept","value":"*/*"}],"cookies":[{"name":"sid","value":"one"},{"name":"b","value":"two"}],"postData":{"text":"pw=hush-hush"}}"""));
            Add(archive, "resources/1.png", picture);
        }

        var texts = Entries(TraceArchive.Redact(zip.ToArray(), secrets));

        Encoding.UTF8.GetString(texts["trace.network"]).Should().NotContainAny("sid=1", "\"one\"", "\"two\"", "hush-hush").And.Contain("\"value\":\"*/*\"");
        texts["resources/1.png"].Should().Equal(picture);
    }

    [GeneratedRegex("(?i)\"name\":\"(?:set-)?cookie\",\"value\":\"([^\"]*)")]
    private static partial Regex Cookie();

    private static void Add(ZipArchive archive, string name, byte[] content)
    {
        using var stream = archive.CreateEntry(name).Open();
        stream.Write(content);
    }

    private static List<string> Texts(byte[] zip) => [.. Entries(zip).Values.Select(Encoding.UTF8.GetString)];

    private static Dictionary<string, byte[]> Entries(byte[] zip)
    {
        using var archive = new ZipArchive(new MemoryStream(zip));
        return archive.Entries.ToDictionary(entry => entry.FullName, entry =>
        {
            using var stream = entry.Open();
            using var content = new MemoryStream();
            stream.CopyTo(content);
            return content.ToArray();
        });
    }
}
