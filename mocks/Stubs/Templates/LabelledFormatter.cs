using System.Diagnostics.CodeAnalysis;
using HandlebarsDotNet;
using HandlebarsDotNet.IO;

namespace Conformance.Mocks;

/// <summary>Prints a <see cref="Labelled"/> as its text.</summary>
internal sealed class LabelledFormatter : IFormatter, IFormatterProvider
{
    public void Format<T>(T value, in EncodedTextWriter writer) => writer.Write(value?.ToString() ?? "", encode: false);

    public bool TryCreateFormatter(Type type, [MaybeNullWhen(false)] out IFormatter formatter)
    {
        formatter = type == typeof(Labelled) ? this : null;
        return formatter is not null;
    }
}
