namespace Conformance.Drivers.Profiles;

/// <summary>Where the product runs, and what its owner allows. Person numbers of made-up people may coincide with real ones, so writes go to test environments only.</summary>
/// <param name="Kind"><c>test</c>, <c>staging</c> or <c>production</c>.</param>
/// <param name="Owner">Who answers for the environment.</param>
/// <param name="Settings"><c>read-only</c>: the harness changes no setting of the product; <c>changeable</c>: it may; <c>restore</c>: it may, and puts back what was there.</param>
public sealed record TargetEnvironment(string Kind, string Owner, string Settings)
{
    /// <summary>Only a test environment may be written to.</summary>
    public bool MayWrite => Kind == "test";

    /// <summary>Whether settings may be changed, for good or for a while.</summary>
    public bool MayChangeSettings => Settings is "changeable" or "restore";

    /// <summary>At most so many requests; null for as many as come.</summary>
    public RateLimit? Rate { get; init; }

    /// <summary>When it may be used; none: always.</summary>
    public IReadOnlyList<UsageWindow> Windows { get; init; } = [];

    /// <summary>Accounts that runs borrow.</summary>
    public IReadOnlyList<PooledAccount> Accounts { get; init; } = [];

    /// <summary>The product ends a session when its account logs in again: no account has two windows.</summary>
    public bool OneSession { get; init; }

    /// <summary>A crawl of the screens may submit forms that hold nothing to fill in, as menus do that are made of forms; otherwise it submits nothing.</summary>
    public bool CrawlsMenus { get; init; }

    /// <summary>Nobody but this run writes while it is under way, so that what is there can be counted.</summary>
    public bool Alone { get; init; }

    /// <summary>Records that the run did not create are masked in evidence.</summary>
    public bool Mask { get; init; } = true;

    /// <summary>Folder of what several runs have to know: accounts in use, settings to put back.</summary>
    public string State { get; init; } = ".conformance";

    /// <summary>When the use that is under way ends, windows that join counted as one; null where it may not be used now. Far away where there is no window.</summary>
    public DateTimeOffset? OpenUntil(DateTimeOffset now)
    {
        if (Windows.Count == 0)
        {
            return DateTimeOffset.MaxValue;
        }

        DateTimeOffset? end = null;
        for (var at = now; Windows.Select(window => window.EndOf(at)).Max() is { } later && later > at && later - now < TimeSpan.FromDays(14); at = later)
        {
            end = later;
        }

        return end;
    }

    /// <summary>When it may be used next; null where no window says.</summary>
    public DateTimeOffset? OpensAfter(DateTimeOffset now) => Windows.Select(window => window.NextAfter(now)).Min();
}
