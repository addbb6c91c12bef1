using System.Text.Json.Nodes;
using Conformance.Spec;

namespace Conformance.Mocks;

/// <summary>An account that money can be paid to.</summary>
/// <param name="Bank">金融機関コード, four digits.</param>
/// <param name="Branch">店舗コード, three digits.</param>
/// <param name="Type">預金種別: 1 普通, 2 当座.</param>
/// <param name="Number">口座番号, seven digits.</param>
/// <param name="Holder">口座名義人 in kana, 48 characters at most.</param>
public sealed record BankAccount(string Bank, string Branch, string Type, string Number, string Holder)
{
    internal JsonObject ToJson() => new()
    {
        ["kinyukikankodo"] = Bank,
        ["tenpokodo"] = Branch,
        ["yokinshubetsu"] = Type,
        ["kozabango"] = Number,
        ["kozameiginin"] = Holder,
    };

    /// <summary>What is wrong with it, as it would be told about a file at <paramref name="place"/>.</summary>
    internal IEnumerable<Problem> Problems(string place)
    {
        foreach (var (name, value, length) in new[] { ("kinyukikankodo", Bank, 4), ("tenpokodo", Branch, 3), ("kozabango", Number, 7) })
        {
            if (value.Length != length || !value.All(char.IsAsciiDigit))
            {
                yield return new Problem("CF6813", $"{place}.{name}", 0, 0, $"'{value}' is not {length} digits.", $"Write {length} digits, with leading zeros.");
            }
        }

        if (Type is not ("1" or "2"))
        {
            yield return new Problem("CF6813", $"{place}.yokinshubetsu", 0, 0, $"'{Type}' is neither 1 (普通) nor 2 (当座).", "Write 1 or 2.");
        }

        if (Holder.Length is 0 or > 48)
        {
            yield return new Problem("CF6813", $"{place}.kozameiginin", 0, 0, $"The holder has {Holder.Length} characters.", "Write 1 to 48.");
        }
    }
}
