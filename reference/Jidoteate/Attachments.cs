using System.Globalization;
using System.Security.Cryptography;
using Conformance.Reference.Office.Intake;
using Conformance.Reference.Office.Items;

namespace Conformance.Reference.Jidoteate;

/// <summary>Papers that came with applications. The caller holds the gate.</summary>
internal sealed class Attachments
{
    private readonly List<(string Claim, string Application, Attachment Paper)> all = [];

    public void Keep(string claim, string application, IEnumerable<Attachment> papers) => all.AddRange(papers.Select(paper => (claim, application, paper)));

    public Attachment? Find(string claim, string id) => all.Where(one => one.Claim == claim && one.Paper.Id == id).Select(one => one.Paper).FirstOrDefault();

    public IEnumerable<Row> Find(Row asked) => all
        .Where(one => (!asked.Filled("seikyubango") || one.Claim == asked["seikyubango"]) && (!asked.Filled("uketsukebango") || one.Application == asked["uketsukebango"]))
        .Select(one => new Row
        {
            ["seikyubango"] = one.Claim,
            ["uketsukebango"] = one.Application,
            ["tempuid"] = one.Paper.Id,
            ["mei"] = one.Paper.Name,
            ["content_type"] = one.Paper.ContentType,
            ["size"] = one.Paper.Content.Length.ToString(CultureInfo.InvariantCulture),
            ["sha256"] = Convert.ToHexStringLower(SHA256.HashData(one.Paper.Content)),
        });
}
