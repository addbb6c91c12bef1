using System.Globalization;
using System.Text.Json.Nodes;
using Conformance.Reference.Core.Items;
using Conformance.Reference.Core.Ledger;
using Conformance.Reference.Core.Work;

namespace Conformance.Reference.Core.Api;

/// <summary>Shapes of what /api answers.</summary>
internal static class Answers
{
    /// <summary>A record of 業務DB: every item (blank where it has none) and its state.</summary>
    public static JsonObject Of(Person person)
    {
        var answer = new JsonObject { ["atenabango"] = person.Number };
        foreach (var item in PersonItems.All.Prepend(PersonItems.MunicipalityCode))
        {
            answer[item.Name] = person[item.Name];
        }

        answer["kubun"] = Words.Kind(person);
        answer["jotai"] = Words.State(person);
        answer["nayosekubun"] = Words.Of(person.Sorting);
        answer["nayosemotofuragu"] = person.Sorting == Sorting.Source ? "1" : "0";
        answer["nayosesakiatenabango"] = person.LinkedTo ?? "";
        answer["juminatenabango"] = person.Resident ? person.Number : person.ResidentNumber ?? "";
        answer["sosashaid"] = person.ChangedBy;
        answer["sosanengappi"] = person.ChangedAt.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        answer["sosajikoku"] = person.ChangedAt.ToString("HH:mm:ss", CultureInfo.InvariantCulture);
        return answer;
    }

    /// <summary>A candidate as the neighbour gave it, with every item (blank where it said nothing), and whether 業務DB has the number.</summary>
    public static JsonObject Of(Candidate candidate, bool registered)
    {
        var answer = new JsonObject { ["atenabango"] = candidate.Number };
        foreach (var item in PersonItems.All)
        {
            answer[item.Name] = candidate[item.Name];
        }

        foreach (var (name, value) in candidate.Items.Where(item => !answer.ContainsKey(item.Key)))
        {
            answer[name] = value;
        }

        answer["torokuzumi"] = registered ? "1" : "0";
        return answer;
    }

    public static JsonObject Of(IEnumerable<WorkError> errors) => new()
    {
        ["errors"] = new JsonArray([.. errors.Select(error => (JsonNode)new JsonObject
        {
            ["code"] = error.Code,
            ["message"] = error.Message,
        })]),
    };
}
