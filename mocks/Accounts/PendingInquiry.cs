using System.Text.Json.Nodes;

namespace Conformance.Mocks;

/// <summary>An inquiry on its way through the network. Not thread-safe: <see cref="AccountRegistry"/> holds the lock.</summary>
internal sealed class PendingInquiry(string number, string business, string person, string? application, DateTimeOffset at)
{
    public string Number => number;

    public string Person => person;

    public int Polls { get; set; }

    /// <summary>The result; it stays as it was when it was given first.</summary>
    public JsonObject? Result { get; set; }

    public bool IsAbout(string known) => known == person || known == application;

    public bool IsAbout(IEnumerable<string> known) => known.Any(IsAbout);

    public AccountInquiry Shown() => new(number, business, person, application, at, Result is not null);
}
