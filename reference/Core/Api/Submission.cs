using System.Text.Json;
using System.Text.Json.Nodes;
using Conformance.Reference.Core.Items;
using Conformance.Reference.Core.Work;

namespace Conformance.Reference.Core.Api;

/// <summary>The JSON body of a call to /api: ローマ字 member names to text. A null counts as a blank; unknown members are ignored.</summary>
internal sealed class Submission
{
    private readonly Dictionary<string, string> members;

    private Submission(Dictionary<string, string> members) => this.members = members;

    /// <summary>Items of a person that the caller named, blanks included.</summary>
    public IReadOnlyDictionary<string, string> Items => PersonItems.All.Append(PersonItems.MunicipalityCode)
        .Where(item => members.ContainsKey(item.Name))
        .ToDictionary(item => item.Name, item => members[item.Name], StringComparer.Ordinal);

    /// <summary>As <see cref="Items"/>, with 宛名番号 where given.</summary>
    public IReadOnlyDictionary<string, string> ItemsAndNumber => members.ContainsKey(PersonItems.Number.Name)
        ? new Dictionary<string, string>(Items, StringComparer.Ordinal) { [PersonItems.Number.Name] = this[PersonItems.Number.Name] }
        : Items;

    /// <summary>操作者ID in whose name the caller acts; <c>api</c> where none is given.</summary>
    public string OperatorId => this["sosashaid"] is { Length: > 0 } given ? given : "api";

    /// <summary>一致条件 of 氏名: bubun or kanzen (also blank).</summary>
    public bool PartialName => this["itchi"] == "bubun";

    /// <summary>The value of a member; blank where absent.</summary>
    public string this[string member] => members.GetValueOrDefault(member, "");

    /// <exception cref="RefusedWorkException">K0001: not a JSON object, or members that are not text.</exception>
    public static async Task<Submission> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (HttpMethods.IsGet(request.Method))
        {
            return new(request.Query.ToDictionary(pair => pair.Key, pair => pair.Value.ToString(), StringComparer.Ordinal));
        }

        JsonNode? body;
        try
        {
            body = await JsonNode.ParseAsync(request.Body, cancellationToken: cancellationToken);
        }
        catch (JsonException)
        {
            throw new RefusedWorkException("K0001", "リクエストがJSONではありません。");
        }

        if (body is not JsonObject fields)
        {
            throw new RefusedWorkException("K0001", "リクエストはJSONのオブジェクトで設定してください。");
        }

        return new(Members(fields));
    }

    private static Dictionary<string, string> Members(JsonObject fields)
    {
        var members = new Dictionary<string, string>(StringComparer.Ordinal);
        var errors = new List<WorkError>();
        try
        {
            foreach (var (name, value) in fields)
            {
                if (value is null || value.GetValueKind() == JsonValueKind.String)
                {
                    members[name] = value?.GetValue<string>() ?? "";
                }
                else
                {
                    errors.Add(new WorkError("E0002", $"{PersonItems.Find(name)?.Label ?? name}は文字列で設定してください。"));
                }
            }
        }
        catch (ArgumentException)
        {
            // The lazy JSON object found one member twice.
            throw new RefusedWorkException("K0001", "リクエストに同じ項目が重複しています。");
        }

        return errors.Count > 0 ? throw new RefusedWorkException(errors) : members;
    }
}
