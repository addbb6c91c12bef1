using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using Conformance.Drivers.Profiles;

namespace Conformance.Drivers.Ui;

/// <summary>A recording of the browser (a zip of JSON lines and resources), rewritten so that no secret is left in it.</summary>
internal static partial class TraceArchive
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <returns>The zip with every text in it redacted; what is no text (pictures, fonts) stays as it is.</returns>
    public static byte[] Redact(byte[] zip, Secrets secrets)
    {
        using var output = new MemoryStream();
        using (var source = new ZipArchive(new MemoryStream(zip), ZipArchiveMode.Read))
        using (var target = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var entry in source.Entries)
            {
                using var content = new MemoryStream();
                using (var from = entry.Open())
                {
                    from.CopyTo(content);
                }

                using var to = target.CreateEntry(entry.FullName, CompressionLevel.Fastest).Open();
                to.Write(Masked(content.ToArray(), secrets));
            }
        }

        return output.ToArray();
    }

    private static byte[] Masked(byte[] content, Secrets secrets)
    {
        string text;
        try
        {
            text = Strict.GetString(content);
        }
        catch (DecoderFallbackException)
        {
            return content;
        }

        var redacted = CookieObject().Replace(CredentialPair().Replace(secrets.Redact(text), m => m.Groups[1].Value + Secrets.Mask), m => m.Groups[1].Value + Secrets.Mask);
        return redacted == text ? content : Strict.GetBytes(redacted);
    }

    // The recording lists headers as {"name":"Cookie","value":"…"}, and cookies in an array of their own as {"name":"…","value":"…"}.
    [GeneratedRegex("""(?i)(\{"name":"(?:(?:proxy-)?authorization|(?:set-)?cookie)","value":")(?:[^"\\]|\\.)*""", RegexOptions.CultureInvariant)]
    private static partial Regex CredentialPair();

    [GeneratedRegex("""((?:"cookies":\[|(?<="cookies":\[[^\]]*))\{"name":"[^"]*","value":")(?:[^"\\]|\\.)*""", RegexOptions.CultureInvariant)]
    private static partial Regex CookieObject();
}
