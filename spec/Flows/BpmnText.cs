using System.Text;
using System.Text.RegularExpressions;

namespace Conformance.Spec.Flows;

/// <summary>The text of an XML file in whatever encoding it says it has (XML 1.0, appendix F).</summary>
public static partial class BpmnText
{
    private const int DeclarationBytes = 256;

    /// <summary>Null, with a problem added, where the encoding is unknown or the bytes are not in it.</summary>
    public static string? Decode(byte[] bytes, string file, ICollection<Problem> problems)
    {
        var name = Name(bytes);
        if (Named(name) is not { } encoding)
        {
            problems.Add(new Problem("CF2008", file, 1, 1, $"The file says that it is in 「{name}」, which is no known encoding.", "Save it as UTF-8."));
            return null;
        }

        try
        {
            var text = encoding.GetString(bytes);
            return text.StartsWith('\uFEFF') ? text[1..] : text;
        }
        catch (DecoderFallbackException e)
        {
            var line = bytes.AsSpan(0, Math.Clamp(e.Index, 0, bytes.Length)).Count((byte)'\n') + 1;
            problems.Add(new Problem("CF2008", file, line, 1, $"The file says that it is in {encoding.WebName}, but a byte is not.", "Save it as UTF-8, or correct the encoding in its first line."));
            return null;
        }
    }

    private static string Name(byte[] bytes) => bytes switch
    {
        [0xEF, 0xBB, 0xBF, ..] => "utf-8",
        [0xFF, 0xFE, 0, 0, ..] or [(byte)'<', 0, 0, 0, ..] => "utf-32",
        [0, 0, 0xFE, 0xFF, ..] or [0, 0, 0, (byte)'<', ..] => "utf-32BE",
        [0xFF, 0xFE, ..] or [(byte)'<', 0, ..] => "utf-16",
        [0xFE, 0xFF, ..] or [0, (byte)'<', ..] => "utf-16BE",
        _ => Declared().Match(Encoding.Latin1.GetString(bytes, 0, Math.Min(bytes.Length, DeclarationBytes))) is { Success: true } match ? match.Groups[1].Value : "utf-8",
    };

    private static Encoding? Named(string name)
    {
        var known = name.ToLowerInvariant() switch
        {
            "macroman" or "x-mac-roman" or "mac" => "macintosh",
            "utf8" => "utf-8",
            // The bytes before the declaration could be read, so it is not what it says.
            "utf-16le" => "utf-16",
            var other => other,
        };
        try
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(known, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)
                ?? Encoding.GetEncoding(known, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    [GeneratedRegex("""\A\s*<\?xml[^>]*?encoding\s*=\s*["']([^"']+)["']""")]
    private static partial Regex Declared();
}
