using System.Globalization;
using System.Text.Json.Nodes;
using Conformance.Spec;

namespace Conformance.Mocks;

/// <summary>
/// 住民記録 as a provider for other businesses: 転出証明書情報, 支援措置対象者情報 and 異動 as difference feeds. The interface is illustrative. The number of an entry
/// is its identity; an entry may come twice or after later ones. Thread-safe.
/// </summary>
public sealed class ResidentRegistry : INeighbour
{
    private const string Root = "/jumin/v1/";

    private static readonly string[] Reasons = ["shussei", "shibo", "tennyu", "tenshutsu", "tenkyo", "kokugai"];

    private static readonly string[] RequiredOfMove =
        ["kojinbango", "shimei", "shimei_furigana", "seinengappi", "zokugara", "tenshutsumaejusho", "tenshutsusakijusho", "tenshutsuyoteinengappi"];

    private readonly Lock gate = new();
    private readonly ResidentFeed moves = new("tenshutsushomei", "joho", ResidentOperations.MovingOut);
    private readonly ResidentFeed protections = new("shiensochi", "sabun", ResidentOperations.Protection);
    private readonly ResidentFeed events = new("ido", "ido", ResidentOperations.Events);
    private readonly SerialNumbers moveNumbers;
    private readonly SerialNumbers protectionNumbers;
    private readonly SerialNumbers eventNumbers;
    private readonly SerialNumbers foreignNumbers;
    private readonly TokenCheck tokens;
    private readonly Journal journal;

    internal ResidentRegistry(TokenCheck tokens, Journal journal, TimeProvider time)
    {
        (this.tokens, this.journal) = (tokens, journal);
        (moveNumbers, protectionNumbers, eventNumbers, foreignNumbers) =
            (new SerialNumbers("T", time), new SerialNumbers("S", time), new SerialNumbers("I", time), new SerialNumbers("X", time));
    }

    string INeighbour.Name => "住民記録";

    private IEnumerable<ResidentFeed> Feeds => [moves, protections, events];

    /// <summary>Somebody is about to move away: 転出証明書情報 with 状態 予定.</summary>
    /// <param name="items">ローマ字 to value, as in the interface.</param>
    /// <returns>転出証明書番号.</returns>
    /// <exception cref="BadInputException">An item that the interface requires is missing, or a date is none.</exception>
    public string AnnounceMove(IReadOnlyDictionary<string, string> items, Delivery delivery = Delivery.Once)
    {
        ArgumentNullException.ThrowIfNull(items);
        var problems = RequiredOfMove.Where(member => !items.ContainsKey(member))
            .Select(member => new Problem("CF6814", $"tenshutsushomei.{member}", 0, 0, $"{NeighbourItems.NameOf(member)} is missing.", "Give it a value."))
            .Concat(items.Where(item => item.Key.EndsWith("nengappi", StringComparison.Ordinal)
                    && !DateOnly.TryParseExact(item.Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _))
                .Select(item => new Problem("CF6814", $"tenshutsushomei.{item.Key}", 0, 0, $"'{item.Value}' is no date.", "Write it like 2026-04-01.")))
            .ToList();
        if (problems.Count > 0)
        {
            throw new BadInputException(problems);
        }

        lock (gate)
        {
            var number = moveNumbers.Next();
            var entry = new JsonObject { ["shomeibango"] = number };
            foreach (var (member, value) in items)
            {
                entry[member] = value;
            }

            entry["jotai"] = "yotei";
            moves.Add(number, entry, delivery);
            return number;
        }
    }

    /// <summary>The person has arrived: 状態 確定 under the same number.</summary>
    /// <exception cref="ArgumentException">No such 転出証明書.</exception>
    public void ConfirmMove(string number, Delivery delivery = Delivery.Once) => FollowMove(number, "kakutei", delivery);

    /// <summary>The person does not come: 状態 取消 under the same number.</summary>
    /// <exception cref="ArgumentException">No such 転出証明書.</exception>
    public void CancelMove(string number, Delivery delivery = Delivery.Once) => FollowMove(number, "torikeshi", delivery);

    /// <summary>支援措置 begins. A 一時解除 is in no feed.</summary>
    /// <param name="together">宛名番号 of 併せて支援を求める者.</param>
    /// <returns>差分番号.</returns>
    public string Protect(string person, DateOnly from, DateOnly until, IReadOnlyList<string>? together = null, Delivery delivery = Delivery.Once) =>
        Protection("settei", person, from, until, together, delivery);

    /// <summary>支援措置 is prolonged or changed.</summary>
    /// <returns>差分番号.</returns>
    public string ChangeProtection(string person, DateOnly from, DateOnly until, IReadOnlyList<string>? together = null, Delivery delivery = Delivery.Once) =>
        Protection("koshin", person, from, until, together, delivery);

    /// <summary>支援措置 ends.</summary>
    /// <returns>差分番号.</returns>
    public string EndProtection(string person, DateOnly from, DateOnly until, IReadOnlyList<string>? together = null, Delivery delivery = Delivery.Once) =>
        Protection("kaijo", person, from, until, together, delivery);

    /// <summary>A life event.</summary>
    /// <param name="reason">shussei, shibo, tennyu, tenshutsu, tenkyo or kokugai.</param>
    /// <param name="items">Further items of the person, ローマ字 to value.</param>
    /// <returns>異動番号.</returns>
    /// <exception cref="BadInputException">No such reason.</exception>
    public string Report(string reason, string person, DateOnly on, IReadOnlyDictionary<string, string>? items = null, Delivery delivery = Delivery.Once)
    {
        if (!Reasons.Contains(reason))
        {
            throw new BadInputException(new Problem("CF6814", "ido.idojiyu", 0, 0, $"'{reason}' is no 異動事由 here.",
                $"Use one of: {string.Join(' ', Reasons)}; or send the entry as it is."));
        }

        lock (gate)
        {
            var number = eventNumbers.Next();
            var entry = new JsonObject { ["idobango"] = number, ["idojiyu"] = reason, ["atenabango"] = person, ["idonengappi"] = Text(on) };
            foreach (var (member, value) in items ?? new Dictionary<string, string>())
            {
                entry[member] = value;
            }

            events.Add(number, entry, delivery);
            return number;
        }
    }

    /// <summary>Puts an entry into a feed exactly as it is: one that is malformed.</summary>
    /// <param name="feed">tenshutsushomei, shiensochi or ido.</param>
    /// <returns>A number by which its delivery can be asked for.</returns>
    /// <exception cref="ArgumentException">No such feed.</exception>
    public string SendAsIs(string feed, JsonObject entry, Delivery delivery = Delivery.Once)
    {
        ArgumentNullException.ThrowIfNull(entry);
        lock (gate)
        {
            var found = Feeds.FirstOrDefault(known => known.Name == feed)
                ?? throw new ArgumentException($"There is no feed {feed}; there are {string.Join(", ", Feeds.Select(known => known.Name))}.", nameof(feed));
            var number = foreignNumbers.Next();
            found.Add(number, entry.DeepClone().AsObject(), delivery);
            return number;
        }
    }

    /// <summary>Puts what was held back (<see cref="Delivery.Later"/>) into its feed, behind what is there already.</summary>
    /// <exception cref="ArgumentException">Nothing of that number is held back.</exception>
    public void Release(string number)
    {
        lock (gate)
        {
            // All feeds, since a number stands in one of them only.
            if (!Feeds.Any(feed => feed.Release(number)))
            {
                throw new ArgumentException($"Nothing with the number {number} is held back.", nameof(number));
            }
        }
    }

    /// <summary>The clients that have read an entry.</summary>
    public IReadOnlyList<string> DeliveredTo(string number)
    {
        lock (gate)
        {
            return [.. Feeds.SelectMany(feed => feed.DeliveredTo(number))];
        }
    }

    /// <returns>False when the deadline passed before every visible entry of that number was read.</returns>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/>.</exception>
    public async Task<bool> WaitDeliveredAsync(string number, TimeSpan deadline, CancellationToken cancellationToken)
    {
        bool Delivered()
        {
            lock (gate)
            {
                return Feeds.Any(feed => feed.IsDelivered(number));
            }
        }

        return Delivered()
            || await journal.WaitForAsync(entry => Feeds.Any(feed => feed.Operation == entry.Operation) && Delivered(), deadline, cancellationToken) is not null;
    }

    bool INeighbour.Owns(MockRequest request) => request.Path.StartsWith(Root, StringComparison.Ordinal);

    Receipt INeighbour.Receive(MockRequest request) => new(Feed(request)?.Operation ?? "不明")
    {
        Claimable = Feed(request) is null,
        Items = request.Parameters().TryGetValue("since", out var since) ? new Dictionary<string, string?> { ["since"] = since } : [],
        Client = tokens.Client(request),
    };

    MockAnswer INeighbour.Answer(MockRequest request, Receipt receipt)
    {
        if (Feed(request) is not { } feed)
        {
            return RestAnswers.NotFound(request.Path);
        }

        if (request.Method != "GET")
        {
            return RestAnswers.MethodNotAllowed("GET");
        }

        if (tokens.Refuse(request, NeighbourScopes.Residents) is { } refused)
        {
            return refused;
        }

        if (FeedPage.Position(request) is not { } position)
        {
            return RestAnswers.Refuse(400, "E0002", "since は前回の cursor で設定してください。");
        }

        lock (gate)
        {
            return RestAnswers.Json(200, feed.Page(position, receipt.Client));
        }
    }

    private void FollowMove(string number, string state, Delivery delivery)
    {
        lock (gate)
        {
            if (moves.Latest(number)?.DeepClone().AsObject() is not { } entry)
            {
                throw new ArgumentException($"There is no 転出証明書 {number}.", nameof(number));
            }

            entry["jotai"] = state;
            moves.Add(number, entry, delivery);
        }
    }

    private string Protection(string kind, string person, DateOnly from, DateOnly until, IReadOnlyList<string>? together, Delivery delivery)
    {
        ArgumentException.ThrowIfNullOrEmpty(person);
        lock (gate)
        {
            var number = protectionNumbers.Next();
            protections.Add(number, new JsonObject
            {
                ["sabunbango"] = number,
                ["sabunkubun"] = kind,
                ["atenabango"] = person,
                ["kaishinengappi"] = Text(from),
                ["shuryonengappi"] = Text(until),
                ["awasete"] = new JsonArray([.. (together ?? []).Select(other => (JsonNode)other)]),
            }, delivery);
            return number;
        }
    }

    private ResidentFeed? Feed(MockRequest request) => Feeds.FirstOrDefault(feed => request.Path.AsSpan(Root.Length).SequenceEqual(feed.Name));

    private static string Text(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
