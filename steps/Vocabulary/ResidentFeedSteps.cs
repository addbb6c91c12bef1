using System.Globalization;
using System.Text.Json.Nodes;
using Conformance.Mocks;
using Conformance.Steps.People;
using Conformance.Steps.Running;

namespace Conformance.Steps.Vocabulary;

/// <summary>The harness as 住民記録, which tells other businesses who moves, who is protected and what happened.</summary>
[Binding]
public sealed class ResidentFeedSteps(Stage stage)
{
    private static readonly Dictionary<string, string> Reasons = new(StringComparer.Ordinal)
    {
        ["出生"] = "shussei", ["死亡"] = "shibo", ["転入"] = "tennyu", ["転出"] = "tenshutsu", ["転居"] = "tenkyo", ["国外転出"] = "kokugai",
    };

    private ResidentRegistry Residents => stage.Neighbours("住民記録").Residents;

    [Given(@"^「([^」]+)」の(転出証明書情報|支援措置対象者情報|異動情報)が「([^」]+)」として届いている$")]
    [When(@"^「([^」]+)」の(転出証明書情報|支援措置対象者情報|異動情報)が「([^」]+)」として届く$")]
    public void Comes(string alias, string feed, string word) => Send(alias, feed, word, Delivery.Once, []);

    [When(@"^「([^」]+)」の(転出証明書情報|支援措置対象者情報|異動情報)が「([^」]+)」として二度届く$")]
    public void ComesTwice(string alias, string feed, string word) => Send(alias, feed, word, Delivery.Twice, []);

    [When(@"^「([^」]+)」と併せて「([^」]+)」の支援措置対象者情報が「([^」]+)」として届く$")]
    public void ComeTogether(string alias, string other, string word) => Send(alias, "支援措置対象者情報", word, Delivery.Once, [Number(stage.Citizen(other))]);

    [Given(@"^「([^」]+)」の「([^」]+)」の支援措置対象者情報が「([^」]+)」として届いている$")]
    public void ComesForTheNumberIn(string alias, string item, string word) =>
        Protect(stage.Citizen(alias).Item(item) ?? throw new PreparationException($"「{alias}」 has no 「{item}」."), word, Delivery.Once, []);

    [When(@"^「([^」]+)」の(転出証明書情報|支援措置対象者情報|異動情報)が誤ったコードで届く$")]
    public void ComesWrong(string alias, string feed)
    {
        var (citizen, number) = (stage.Citizen(alias), Number(stage.Citizen(alias)));
        var today = Text(stage.Setting.Today);
        Residents.SendAsIs(feed switch { "転出証明書情報" => "tenshutsushomei", "支援措置対象者情報" => "shiensochi", _ => "ido" }, feed switch
        {
            "転出証明書情報" => new JsonObject { ["shomeibango"] = "X" + number, ["atenabango"] = number, ["jotai"] = "fumei" },
            "支援措置対象者情報" => new JsonObject { ["sabunbango"] = "X" + number, ["sabunkubun"] = "fumei", ["atenabango"] = number, ["kaishinengappi"] = today, ["shuryonengappi"] = today, ["awasete"] = new JsonArray() },
            _ => new JsonObject { ["idobango"] = "X" + number, ["idojiyu"] = "fumei", ["atenabango"] = number, ["idonengappi"] = today },
        });
        // Under its number it is to be found among what was refused.
        citizen.Know(stage.Parts.Application, "X" + number);
        Repeat(citizen, feed, feed switch { "転出証明書情報" => "予定", "支援措置対象者情報" => "設定", _ => "転居" });
    }

    [When(@"^「([^」]+)」の(支援措置対象者情報|異動情報)が「([^」]+)」「([^」]+)」の番号の順とは逆に届く$")]
    public void ComesOutOfOrder(string alias, string feed, string earlier, string later)
    {
        var citizen = stage.Citizen(alias);
        var held = Send(citizen, feed, earlier, Delivery.Later, []);
        Send(citizen, feed, later, Delivery.Once, []);
        Residents.Release(held);
        Repeat(citizen, feed, earlier);
    }

    private void Send(string alias, string feed, string word, Delivery delivery, IReadOnlyList<string> together)
    {
        Send(stage.Citizen(alias), feed, word, delivery, together);
        Repeat(stage.Citizen(alias), feed, word);
    }

    /// <returns>The number of the entry.</returns>
    private string Send(Citizen citizen, string feed, string word, Delivery delivery, IReadOnlyList<string> together)
    {
        switch (feed)
        {
            case "転出証明書情報" when word == "予定":
                var announced = Residents.AnnounceMove(Items(citizen), delivery);
                citizen.Know(stage.Parts.Move, announced);
                return announced;
            case "転出証明書情報":
                var number = citizen.Item(stage.Parts.Move) ?? throw new PreparationException($"No move of 「{citizen.Alias}」 was announced.");
                if (word == "確定")
                {
                    Residents.ConfirmMove(number, delivery);
                }
                else
                {
                    Residents.CancelMove(number, delivery);
                }

                return number;
            case "支援措置対象者情報":
                return Protect(Number(citizen), word, delivery, together);
            default:
                return Residents.Report(Reasons.GetValueOrDefault(word) ?? throw new PreparationException($"「{word}」 is no 異動事由."), Number(citizen), stage.Setting.Today, Items(citizen), delivery);
        }
    }

    private string Protect(string number, string word, Delivery delivery, IReadOnlyList<string> together)
    {
        var (from, until) = (stage.Setting.Today, stage.Setting.Today.AddYears(1));
        return word switch
        {
            "設定" => Residents.Protect(number, from, until, together, delivery),
            "更新" => Residents.ChangeProtection(number, from, until.AddYears(1), together, delivery),
            "解除" => Residents.EndProtection(number, from, from, together, delivery),
            _ => throw new PreparationException($"「{word}」 is no 差分区分: 設定, 更新, 解除."),
        };
    }

    private Dictionary<string, string> Items(Citizen citizen) => stage.Parts.Resident.Where(item => citizen.Item(item) is { Length: > 0 })
        .ToDictionary(stage.Field, item => citizen.Item(item)!, StringComparer.Ordinal);

    private void Repeat(Citizen about, string feed, string word) => stage.Repeat(
        word is "確定" or "取消" or "更新" or "解除" ? null : somebody =>
        {
            Send(somebody, feed, word, Delivery.Once, []);
            return Task.CompletedTask;
        },
        about);

    private string Number(Citizen citizen) => citizen.Item(stage.Parts.Person) ?? throw new PreparationException($"「{citizen.Alias}」 has no {stage.Parts.Person}.");

    private static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
