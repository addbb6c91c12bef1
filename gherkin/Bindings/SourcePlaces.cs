using System.Collections.Concurrent;
using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;
using System.Runtime.CompilerServices;

namespace Conformance.Gherkin;

/// <summary>Looks up file and line of methods in portable debug symbols, beside the assembly or inside it.</summary>
internal sealed class SourcePlaces : IDisposable
{
    private readonly ConcurrentDictionary<Assembly, MetadataReaderProvider?> _symbols = new();

    public SourcePlace Of(MethodInfo method)
    {
        // The statements of an async method are in its state machine.
        var machine = method.GetCustomAttribute<AsyncStateMachineAttribute>()?.StateMachineType;
        var body = machine?.GetMethod("MoveNext", BindingFlags.Instance | BindingFlags.NonPublic) ?? (MethodBase)method;
        if (_symbols.GetOrAdd(body.Module.Assembly, Open)?.GetMetadataReader() is not { } reader)
        {
            return new("", 0);
        }

        var handle = ((MethodDefinitionHandle)MetadataTokens.EntityHandle(body.MetadataToken)).ToDebugInformationHandle();
        foreach (var point in reader.GetMethodDebugInformation(handle).GetSequencePoints())
        {
            if (!point.IsHidden)
            {
                return new(reader.GetString(reader.GetDocument(point.Document).Name).Replace('\\', '/'), point.StartLine);
            }
        }

        return new("", 0);
    }

    public void Dispose()
    {
        foreach (var symbols in _symbols.Values)
        {
            symbols?.Dispose();
        }
    }

    private static MetadataReaderProvider? Open(Assembly assembly)
    {
        if (assembly.IsDynamic || assembly.Location.Length == 0)
        {
            return null;
        }

        try
        {
            using var image = new PEReader(File.OpenRead(assembly.Location));
            return image.TryOpenAssociatedPortablePdb(assembly.Location, path => File.Exists(path) ? File.OpenRead(path) : null, out var symbols, out _)
                ? symbols
                : null;
        }
        catch (Exception exception) when (exception is IOException or BadImageFormatException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
