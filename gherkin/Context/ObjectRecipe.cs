using System.Collections.Concurrent;
using System.Reflection;

namespace Conformance.Gherkin;

/// <summary>How a class is built: by its public constructor with the most parameters. Found once per class, since every scenario builds the same ones.</summary>
internal sealed class ObjectRecipe
{
    private static readonly ConcurrentDictionary<Type, ObjectRecipe> Known = new();

    private readonly Type _type;
    private readonly ConstructorInvoker? _invoker;
    private readonly Type[] _needs;

    private ObjectRecipe(Type type)
    {
        _type = type;
        var constructor = type.IsAbstract || type.IsInterface || type.IsValueType || type == typeof(string)
            ? null
            : type.GetConstructors().MaxBy(candidate => candidate.GetParameters().Length);
        _invoker = constructor is null ? null : ConstructorInvoker.Create(constructor);
        _needs = constructor is null ? [] : [.. constructor.GetParameters().Select(parameter => parameter.ParameterType)];
    }

    public static ObjectRecipe Of(Type type) => Known.GetOrAdd(type, static wanted => new(wanted));

    /// <param name="path">The classes that are being built and need this one.</param>
    /// <param name="resolve">Gives what the constructor needs.</param>
    /// <exception cref="ObjectContainerException">It cannot be built; with the chain of classes that led here.</exception>
    public object Build(IReadOnlyList<Type> path, Func<Type, IReadOnlyList<Type>, object> resolve)
    {
        if (path.Contains(_type))
        {
            throw new ObjectContainerException($"{Chain(path)}: a class needs itself. Take one of the parameters out of its constructor.");
        }

        if (_invoker is null)
        {
            throw new ObjectContainerException(_type.IsAbstract || _type.IsInterface || _type.IsValueType || _type == typeof(string)
                ? $"{Chain(path)}: {_type.Name} is registered nowhere and cannot be built. Register it in a [BeforeTestRun] or [BeforeScenario] hook, or when the run is configured."
                : $"{Chain(path)}: {_type.Name} has no public constructor.");
        }

        var arguments = new object?[_needs.Length];
        if (arguments.Length > 0)
        {
            Type[] inner = [.. path, _type];
            for (var i = 0; i < arguments.Length; i++)
            {
                arguments[i] = resolve(_needs[i], inner);
            }
        }

        try
        {
            return _invoker.Invoke(arguments.AsSpan());
        }
        catch (Exception exception)
        {
            throw new ObjectContainerException($"{Chain(path)}: the constructor failed: {exception.Message}", exception);
        }
    }

    private string Chain(IReadOnlyList<Type> path) => string.Join(" > ", path.Append(_type).Select(step => step.Name));
}
