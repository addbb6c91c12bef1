using System.Text;
using Conformance.Cli.Commands;
using Conformance.Drivers.Profiles;
using Conformance.Spec;

namespace Conformance.Cli.Walks;

/// <summary>A profile on disk that mappings are put into, one at a time. It is read anew for each: somebody may have edited it meanwhile.</summary>
internal sealed class ProfileFile(string path, ProfileInputs inputs)
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The profile as it would be with the mapping; null where it cannot be put there, or would not be valid.</summary>
    public Profile? With(UiExchange exchange) => Edited(exchange, []) is { } text ? Parsed(text.Text) : null;

    /// <summary>Writes it: whole, or not at all.</summary>
    /// <returns>Whether it was written.</returns>
    /// <exception cref="BadInputException">CF6031: it cannot be written.</exception>
    public bool Put(UiExchange exchange, IReadOnlyList<string> comments)
    {
        if (Edited(exchange, comments) is not { } edited || Parsed(edited.Text) is null)
        {
            return false;
        }

        OutputFile.Write(path, [.. edited.Mark, .. Strict.GetBytes(edited.Text)]);
        return true;
    }

    private (byte[] Mark, string Text)? Edited(UiExchange exchange, IReadOnlyList<string> comments)
    {
        try
        {
            var bytes = File.ReadAllBytes(path);
            byte[] mark = bytes.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? [.. Encoding.UTF8.Preamble] : [];
            return ProfileEdit.With(Strict.GetString(bytes.AsSpan(mark.Length)), exchange, comments) is { } text ? (mark, text) : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or DecoderFallbackException)
        {
            return null;
        }
    }

    private Profile? Parsed(string text)
    {
        try
        {
            return ProfileLoader.Parse(text, path, inputs);
        }
        catch (BadInputException)
        {
            return null;
        }
    }
}
