using System.Text.Json.Nodes;
using Conformance.Spec;

namespace Conformance.Mocks;

/// <summary>
/// The registry of 公的給付支給等口座 as a core system meets it: behind 団体内統合宛名機能, 中間サーバー and 情報提供ネットワークシステム, which are played as one. Inquiries are
/// answered later. The interface is illustrative. Thread-safe.
/// </summary>
/// <remarks>A person is known by 宛名番号 or by 受付番号, whichever the scenario knows; an inquiry is matched on either.</remarks>
public sealed class AccountRegistry : INeighbour
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, AccountRecord> records = new(StringComparer.Ordinal);
    private readonly Dictionary<string, PendingInquiry> inquiries = new(StringComparer.Ordinal);
    private readonly List<(string Person, JsonObject Entry)> changes = [];
    private readonly List<Outage> outages = [];
    private readonly TokenCheck tokens;
    private readonly Mynaportal portal;
    private readonly TimeProvider time;
    private readonly AccountInterface calls;
    private readonly SerialNumbers numbers;

    internal AccountRegistry(TokenCheck tokens, Mynaportal portal, TimeProvider time)
    {
        (this.tokens, this.portal, this.time) = (tokens, portal, time);
        numbers = new SerialNumbers("K", time);
        calls = new AccountInterface(this);
    }

    /// <summary>How many polls see 処理中 before the result is there. 0: the first poll gets it.</summary>
    public int PollsUntilAnswered { get; set; } = 1;

    string INeighbour.Name => "団体内統合宛名機能";

    /// <summary>The person has registered this account.</summary>
    /// <exception cref="BadInputException">The account is none.</exception>
    public void Register(string person, BankAccount account)
    {
        ArgumentException.ThrowIfNullOrEmpty(person);
        ArgumentNullException.ThrowIfNull(account);
        var problems = account.Problems("account").ToList();
        if (problems.Count > 0)
        {
            throw new BadInputException(problems);
        }

        Set(person, record => record with { Account = account });
    }

    /// <summary>The person registers another account. Who has asked before finds it in the changes.</summary>
    /// <exception cref="BadInputException">The account is none.</exception>
    public void Change(string person, BankAccount account)
    {
        Register(person, account);
        Announce(person, "henko");
    }

    /// <summary>The registration ends. Who has asked before finds it in the changes; an inquiry says 登録なし.</summary>
    public void Close(string person)
    {
        Set(person, record => record with { Account = null });
        Announce(person, "sakujo");
    }

    /// <summary>An inquiry about the person ends in an error: 利用の意思の確認がない. So does, without this, one with the 受付番号 of an application that says so.</summary>
    public void RefuseConsent(string person) => Set(person, record => record with { ConsentRefused = true });

    /// <summary>An inquiry about the person ends in an error of the asked system.</summary>
    public void Fail(string person) => Set(person, record => record with { Fails = true });

    /// <summary>The network is down (503) for inquiries about this person, or for all calls, until the result is disposed.</summary>
    /// <param name="retryAfter">What the answer says under Retry-After; an hour by default.</param>
    public IDisposable TakeDown(string? person = null, TimeSpan? retryAfter = null)
    {
        var outage = new Outage(this, person, retryAfter ?? TimeSpan.FromHours(1));
        lock (gate)
        {
            outages.Add(outage);
        }

        return outage;
    }

    /// <summary>The inquiries about a person, oldest first.</summary>
    public IReadOnlyList<AccountInquiry> Inquiries(string person)
    {
        lock (gate)
        {
            return [.. inquiries.Values.Where(inquiry => inquiry.IsAbout(person)).Select(inquiry => inquiry.Shown())];
        }
    }

    bool INeighbour.Owns(MockRequest request) => AccountInterface.Owns(request.Path);

    Receipt INeighbour.Receive(MockRequest request) => calls.Receive(request, tokens.Client(request));

    MockAnswer INeighbour.Answer(MockRequest request, Receipt receipt)
    {
        lock (gate)
        {
            return calls.Answer(request, receipt);
        }
    }

    internal MockAnswer? RefuseToken(MockRequest request) => tokens.Refuse(request, NeighbourScopes.Accounts);

    /// <returns>How long the network stays down for one of these; null where it is up.</returns>
    internal TimeSpan? DownFor(params ReadOnlySpan<string?> known)
    {
        foreach (var outage in outages)
        {
            if (outage.Person is null || known.Contains(outage.Person))
            {
                return outage.RetryAfter;
            }
        }

        return null;
    }

    internal PendingInquiry Ask(string business, string person, string? application)
    {
        var inquiry = new PendingInquiry(numbers.Next(), business, person, application, time.GetUtcNow());
        inquiries.Add(inquiry.Number, inquiry);
        return inquiry;
    }

    internal PendingInquiry? Find(string number)
    {
        lock (gate)
        {
            return inquiries.GetValueOrDefault(number);
        }
    }

    /// <summary>The record that answers an inquiry: that of its 受付番号 before that of its 宛名番号.</summary>
    internal AccountRecord? RecordFor(AccountInquiry inquiry)
    {
        var record = (inquiry.Application is { } application ? records.GetValueOrDefault(application) : null) ?? records.GetValueOrDefault(inquiry.Person);
        var unwilling = inquiry.Application is { } number && portal.TryFind(number, out var file) && !file.Application.UseRegisteredAccount;
        return unwilling ? (record ?? new AccountRecord(null, time.GetUtcNow())) with { ConsentRefused = true } : record;
    }

    internal (string Cursor, IReadOnlyList<JsonObject> Entries) ChangesSince(int position) =>
        FeedPage.Of(position, changes, change => change.Entry);

    private void Set(string person, Func<AccountRecord, AccountRecord> change)
    {
        lock (gate)
        {
            records[person] = change(records.GetValueOrDefault(person) ?? new AccountRecord(null, time.GetUtcNow())) with { UpdatedAt = time.GetUtcNow() };
        }
    }

    private void Announce(string person, string state)
    {
        lock (gate)
        {
            foreach (var asked in inquiries.Values.Where(inquiry => inquiry.IsAbout(person)).Select(inquiry => inquiry.Person).Distinct())
            {
                changes.Add((asked, new JsonObject { ["atenabango"] = asked, ["koshinnichiji"] = RestAnswers.Text(time.GetUtcNow()), ["jotai"] = state }));
            }
        }
    }

    private sealed class Outage(AccountRegistry registry, string? person, TimeSpan retryAfter) : IDisposable
    {
        public string? Person => person;

        public TimeSpan RetryAfter => retryAfter;

        public void Dispose()
        {
            lock (registry.gate)
            {
                registry.outages.Remove(this);
            }
        }
    }
}
