using System.Globalization;
using System.Text.Json.Nodes;
using Conformance.Reference.Core.Items;

namespace Conformance.Reference.Core.Neighbour;

/// <summary>Builds the bodies of the calls. Blank items are left out; what the interface demands is always there.</summary>
internal sealed class Messages(CoreOptions options)
{
    /// <summary>業務ID of 健康管理.</summary>
    public const string Business = "019";

    private static readonly TimeSpan JapanTime = TimeSpan.FromHours(9);

    /// <summary>付番依頼, 処理区分 0.</summary>
    public JsonObject Numbering(IReadOnlyDictionary<string, string> items, string operatorId)
    {
        var message = new JsonObject { ["shorikubun"] = "0" };
        FillWhole(message, null, items, operatorId);
        return message;
    }

    /// <summary>引継: the layout of 付番 without 処理区分, under the resident's own number.</summary>
    public JsonObject Inheritance(string number, IReadOnlyDictionary<string, string> items, string operatorId)
    {
        var message = new JsonObject();
        FillWhole(message, number, items, operatorId);
        return message;
    }

    /// <summary>受信: change, deletion, 名寄せ or its undoing.</summary>
    /// <param name="kind">henko, sakujo, nayose or nayosekaijo.</param>
    /// <param name="target">名寄せ先宛名番号, for the last two.</param>
    public JsonObject Reception(
        string kind, string number, IReadOnlyDictionary<string, string> items, string operatorId, string? target = null)
    {
        var message = new JsonObject
        {
            ["shorikubun"] = kind,
            ["shikuchosonkodo"] = Municipality(items),
            ["atenabango"] = number,
        };
        foreach (var item in PersonItems.All.Where(item => items.ContainsKey(item.Name)))
        {
            message[item.Name] = items[item.Name];
        }

        if (target is not null)
        {
            message["nayosesakiatenabango"] = target;
        }

        message["gyomuid"] = Business;
        Sign(message, operatorId);
        return message;
    }

    /// <summary>照会: the items that are given and identify a person, all of which must hold. 部分一致 concerns 氏名 only.</summary>
    public static JsonObject Inquiry(IReadOnlyDictionary<string, string> items, bool partialName)
    {
        var conditions = PersonItems.All.Where(item => item.Condition).Prepend(PersonItems.Number)
            .Where(item => !string.IsNullOrEmpty(items.GetValueOrDefault(item.Name)))
            .Select(item => (JsonNode)new JsonObject
            {
                ["komoku"] = item.Name,
                ["chi"] = items[item.Name],
                ["itchi"] = partialName && item.Name == "shimei" ? "bubun" : "kanzen",
            });
        return new JsonObject { ["gyomuid"] = Business, ["joken"] = new JsonArray([.. conditions]) };
    }

    private void FillWhole(JsonObject message, string? number, IReadOnlyDictionary<string, string> items, string operatorId)
    {
        message["shikuchosonkodo"] = Municipality(items);
        if (number is not null)
        {
            message["atenabango"] = number;
        }

        foreach (var item in PersonItems.All.Where(item => !string.IsNullOrEmpty(items.GetValueOrDefault(item.Name))))
        {
            message[item.Name] = items[item.Name];
        }

        message["gyomuid"] = Business;
        message["dokujishisakushisutemutoid"] = "000";
        message["nayosemotofuragu"] = "0";
        message.TryAdd("tagyomusanshofukafuragu", "0");
        Sign(message, operatorId);
    }

    private string Municipality(IReadOnlyDictionary<string, string> items) =>
        items.GetValueOrDefault(PersonItems.MunicipalityCode.Name) is { Length: > 0 } given ? given : options.MunicipalityCode;

    private void Sign(JsonObject message, string operatorId)
    {
        var now = options.TimeProvider.GetUtcNow().ToOffset(JapanTime);
        message["sosashaid"] = operatorId;
        message["sosanengappi"] = now.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        message["sosajikoku"] = now.ToString(
            options.Shows(CoreVariants.NoSeconds) ? "HH:mm" : "HH:mm:ss", CultureInfo.InvariantCulture);
    }
}
