using System.Text.RegularExpressions;

namespace Conformance.Spec;

/// <summary>
/// 機能ID. In a standard transcribed from an official text: seven digits, the business (3) and a serial (4). In an
/// illustrative standard: numbered by clause, such as <c>児手-2.1.3</c>, so that nobody takes it for an official ID.
/// </summary>
/// <exception cref="FormatException">Neither of the two forms.</exception>
public readonly partial record struct FunctionId
{
    public FunctionId(string value)
    {
        if (!IsValid(value))
        {
            throw new FormatException($"「{value}」 is no function ID: seven digits, or a clause such as 児手-2.1.3, are.");
        }

        Value = value;
    }

    public string Value { get; }

    /// <summary>True for the seven digits of an official ID.</summary>
    public bool IsOfficial => Value.Length == 7 && char.IsAsciiDigit(Value[0]);

    public static bool IsValid(string value) => Form().IsMatch(value);

    public override string ToString() => Value;

    [GeneratedRegex(@"\A(?:[0-9]{7}|\p{L}{1,8}-[0-9]+(?:\.[0-9]+){0,3})\z")]
    private static partial Regex Form();
}
