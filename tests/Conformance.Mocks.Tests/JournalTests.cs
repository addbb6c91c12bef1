namespace Conformance.Mocks.Tests;

public sealed class JournalTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("journal").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task A_wait_ends_when_the_request_comes()
    {
        using var journal = Of();
        var wait = journal.WaitForAsync(entry => entry.Mentions("氏名", "佐藤　一郎"), Some.Deadline, TestContext.Current.CancellationToken);
        wait.IsCompleted.Should().BeFalse();

        journal.Append(Entry("鈴木　花子"));
        journal.Append(Entry("佐藤　一郎"));

        (await wait)!.Sequence.Should().Be(2);
    }

    [Fact]
    public async Task A_wait_finds_what_is_there_already_even_without_time_left()
    {
        using var journal = Of();
        journal.Append(Entry("佐藤　一郎"));

        (await journal.WaitForAsync(_ => true, TimeSpan.Zero, TestContext.Current.CancellationToken)).Should().NotBeNull();
    }

    [Fact]
    public async Task A_deadline_gives_null_and_a_cancellation_throws()
    {
        using var journal = Of();
        using var cancelled = new CancellationTokenSource();

        (await journal.WaitForAsync(_ => true, TimeSpan.FromMilliseconds(20), TestContext.Current.CancellationToken)).Should().BeNull();
        var wait = journal.WaitForAsync(_ => true, Some.Deadline, cancelled.Token);
        await cancelled.CancelAsync();
        await FluentActions.Awaiting(() => wait).Should().ThrowAsync<OperationCanceledException>();
    }

    [Fact]
    public async Task A_wait_misses_nothing_although_the_journal_is_full()
    {
        using var journal = Of(new JournalOptions { Capacity = 1 });
        var wait = journal.WaitForAsync(entry => entry.Sequence == 3, Some.Deadline, TestContext.Current.CancellationToken);

        for (var i = 0; i < 50; i++)
        {
            journal.Append(Entry("佐藤　一郎"));
        }

        (await wait)!.Sequence.Should().Be(3);
    }

    [Fact]
    public async Task A_wait_ends_with_the_journal()
    {
        var journal = Of();
        var wait = journal.WaitForAsync(_ => true, Some.Deadline, TestContext.Current.CancellationToken);

        journal.Dispose();

        (await wait).Should().BeNull();
    }

    [Fact]
    public async Task Two_who_wait_for_the_same_claim_different_requests()
    {
        using var journal = Of();
        var waits = Enumerable.Range(1, 8).Select(i =>
            journal.ClaimNextAsync(_ => true, $"scenario {i}", Some.Deadline, TestContext.Current.CancellationToken)).ToList();

        Parallel.For(0, 8, _ => journal.Append(Entry("佐藤　一郎")));

        var claimed = await Task.WhenAll(waits);
        claimed.Select(entry => entry!.Sequence).Should().OnlyHaveUniqueItems();
        claimed.Select(entry => entry!.ClaimedBy).Should().OnlyHaveUniqueItems();
        journal.Unclaimed().Should().BeEmpty();
    }

    [Fact]
    public void The_first_claim_stands()
    {
        using var journal = Of();
        journal.Append(Entry("佐藤　一郎"));

        journal.TryClaim(1, "A").Should().BeTrue();
        journal.TryClaim(1, "B").Should().BeFalse();
        journal.TryClaim(1, "A").Should().BeTrue();
        journal.TryClaim(2, "A").Should().BeFalse();
        journal.Entries[0].ClaimedBy.Should().Be("A");
    }

    [Fact]
    public void An_unclaimed_request_is_laid_at_the_nearest_scenario()
    {
        using var journal = Of();
        journal.Introduce(new ScenarioMark("sato", Some.Named("佐藤　一郎太")));
        journal.Introduce(new ScenarioMark("suzuki", Some.Named("鈴木　花子")));
        journal.Append(Entry("佐藤　一郎"));
        journal.Append(Entry("鈴木　花子"));
        journal.Append(Entry("ＺＨＡＮＧ　ＹＵＬＩ"));
        journal.Append(Entry("佐藤　一郎太") with { Claimable = false });

        journal.Unclaimed().Select(unclaimed => (unclaimed.Entry.Sequence, unclaimed.NearestScenario))
            .Should().Equal((1, "sato"), (2, "suzuki"), (3, null));
        journal.Unclaimed()[1].Likeness.Should().Be(1);
    }

    [Fact]
    public void Width_does_not_matter_when_a_request_is_looked_for()
    {
        var entry = Entry("ＳＭＩＴＨ　ＪＯＨＮ");

        entry.Mentions("氏名", "SMITH JOHN").Should().BeTrue();
        entry.Mentions("氏名", "SMITH").Should().BeFalse();
        entry.Mentions("通称", "SMITH JOHN").Should().BeFalse();
        entry.MentionsAll(new Dictionary<string, string>()).Should().BeFalse();
    }

    [Fact]
    public void What_does_not_fit_is_dropped_and_counted()
    {
        using var journal = Of(new JournalOptions { Capacity = 3 });

        for (var i = 0; i < 10; i++)
        {
            journal.Append(Entry("佐藤　一郎"));
            journal.TryClaim(1, "A");
        }

        (journal.Count, journal.Dropped, journal.Spilled, journal.UnclaimedGone).Should().Be((10, 7, 0, 6));
        journal.Entries.Select(entry => entry.Sequence).Should().Equal(8, 9, 10);
    }

    [Fact]
    public void What_does_not_fit_is_spilled_where_a_folder_is_given_and_stays_searchable()
    {
        using var journal = Of(new JournalOptions { Capacity = 2, SpillFolder = Path.Combine(folder, "new") });

        foreach (var name in new[] { "佐藤　一郎", "鈴木　花子", "𠮷野　葛󠄀子", "田中　次郎" })
        {
            journal.Append(Entry(name));
        }

        (journal.Count, journal.Dropped, journal.Spilled).Should().Be((4, 0, 2));
        journal.FindEverywhere(entry => entry.Mentions("氏名", "佐藤　一郎") || entry.Mentions("氏名", "𠮷野　葛󠄀子"))
            .Select(entry => entry.Sequence).Should().Equal(1, 3);
        File.ReadLines(journal.SpillFile!).Should().HaveCount(2);
    }

    [Fact]
    public void A_folder_that_cannot_be_written_drops_and_says_so()
    {
        var file = Path.Combine(folder, "file");
        File.WriteAllText(file, "");
        using var journal = Of(new JournalOptions { Capacity = 1, SpillFolder = file });

        journal.Append(Entry("佐藤　一郎"));
        journal.Append(Entry("佐藤　一郎"));

        (journal.Dropped, journal.SpillFailure).Should().Match<(long Dropped, string? Failure)>(seen => seen.Dropped == 1 && seen.Failure != null);
    }

    [Fact]
    public void Large_bodies_are_bounded_too()
    {
        using var journal = Of(new JournalOptions { CharacterCapacity = 1000 });

        for (var i = 0; i < 5; i++)
        {
            journal.Append(Entry("佐藤　一郎") with { Body = new string('x', 400) });
        }

        journal.Entries.Should().HaveCount(2);
        journal.Append(Entry("佐藤　一郎") with { Body = new string('x', 5000) });
        journal.Entries.Should().ContainSingle();
    }

    [Fact]
    public void A_hundred_thousand_entries_are_held_and_found()
    {
        using var journal = Of();
        journal.Append(Entry("佐藤　一郎"));
        Parallel.For(0, 100_000, i => journal.Append(Entry(i == 99_999 ? "佐藤　一郎" : "鈴木　花子")));

        (journal.Entries.Count, journal.Dropped).Should().Be((100_000, 1));
        journal.Entries.Select(entry => entry.Sequence).Should().BeInAscendingOrder();
        journal.Find(entry => entry.Mentions("氏名", "佐藤　一郎")).Should().ContainSingle();
    }

    private static Journal Of(JournalOptions? options = null) => new(options ?? new JournalOptions(), TimeProvider.System);

    private static JournalEntry Entry(string name) => new()
    {
        Time = TimeProvider.System.GetUtcNow(),
        Neighbour = "住登外者宛名番号管理機能",
        Operation = AtenaOperations.Number,
        Method = "POST",
        Path = Some.NumberPath,
        Headers = new Dictionary<string, string>(),
        Body = "",
        Items = new Dictionary<string, string?> { ["氏名"] = name },
    };
}
