using System.Security;
using System.Xml;

namespace Conformance.Gherkin;

/// <summary>Text that XML 1.0 can hold.</summary>
internal static class XmlText
{
    /// <summary>Leaves out what XML forbids: control characters and lone surrogates.</summary>
    public static string Plain(string text) => XmlConvertible(text) ? text : string.Concat(text.EnumerateRunes().Where(rune => rune.Value == 0xFFFD || IsAllowed(rune.Value)).Select(rune => rune.ToString()));

    public static string Attribute(string text) => SecurityElement.Escape(Plain(text));

    private static bool XmlConvertible(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (!XmlConvert.IsXmlChar(text[i]))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsAllowed(int value) => value is 0x9 or 0xA or 0xD or (>= 0x20 and <= 0xD7FF) or (>= 0xE000 and <= 0xFFFD) or >= 0x10000;
}
