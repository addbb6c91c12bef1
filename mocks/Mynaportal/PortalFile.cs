using System.Globalization;
using System.Text.Json.Nodes;

namespace Conformance.Mocks;

/// <summary>An application as マイナポータル keeps it. Not thread-safe: <see cref="Mynaportal"/> holds the lock.</summary>
internal sealed class PortalFile(string number, PortalApplication application, DateTimeOffset appliedAt, string? move)
{
    private readonly List<PortalAttachment> attachments = [.. application.Attachments];

    public string Number => number;

    public PortalApplication Application => application;

    public DateTimeOffset AppliedAt => appliedAt;

    public IReadOnlyList<PortalAttachment> Attachments => attachments;

    public List<PortalReport> Reports { get; } = [];

    /// <summary>How often it is still to be delivered; in the list it stands so many times as mishutoku.</summary>
    public int Pending { get; set; } = application.Delivery switch { Delivery.Twice => 2, Delivery.Later => 0, _ => 1 };

    public bool Listed { get; set; } = application.Delivery != Delivery.Later;

    public bool Withdrawn { get; set; }

    public DateTimeOffset? TakenAt { get; set; }

    public int FetchCount { get; set; }

    public string Status =>
        Withdrawn ? "torisage"
        : Pending > 0 ? "mishutoku"
        : Reports.Count > 0 ? Reports[^1].Status
        : "shutokuzumi";

    /// <summary>What a request about it can be known by.</summary>
    public Dictionary<string, string?> Subject()
    {
        var subject = NeighbourItems.Named(application.Applicant.Select(item => KeyValuePair.Create(item.Key, (string?)item.Value)));
        subject[NeighbourItems.Application] = number;
        return subject;
    }

    /// <returns>ID of the attachment, one-based.</returns>
    public string Attach(PortalAttachment attachment)
    {
        attachments.Add(attachment);
        return attachments.Count.ToString(CultureInfo.InvariantCulture);
    }

    public JsonObject Row()
    {
        var row = new JsonObject { ["uketsukebango"] = number, ["tetsuzuki"] = application.Procedure, ["shinseinichiji"] = RestAnswers.Text(appliedAt), ["jotai"] = Status };
        if (application.Municipality is { } municipality)
        {
            // The interface knows no null here.
            row["shikuchosonkodo"] = municipality;
        }

        return row;
    }

    public JsonObject Data()
    {
        var data = Row();
        data["hikkoshibango"] = move;
        data["shinseisha"] = new JsonObject(application.Applicant.Select(item => KeyValuePair.Create(item.Key, (JsonNode?)item.Value)));
        data["komoku"] = application.Items.DeepClone();
        data["tempu"] = new JsonArray([.. attachments.Select((attachment, i) => new JsonObject
        {
            ["id"] = (i + 1).ToString(CultureInfo.InvariantCulture),
            ["mei"] = attachment.Name,
            ["contentType"] = attachment.ContentType,
            ["size"] = attachment.Content.Length,
        })]);
        data["kozariyo"] = application.UseRegisteredAccount ? "1" : "0";
        data["koza"] = application.Account?.ToJson();
        return data;
    }

    public PortalState State() => new(number, Status, TakenAt, FetchCount, [.. Reports]);
}
