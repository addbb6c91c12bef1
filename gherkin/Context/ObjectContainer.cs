using System.Reflection;
using System.Runtime.ExceptionServices;

namespace Conformance.Gherkin;

/// <summary>The containers of a run: the outermost for the run, one in it per feature, one in that per scenario.</summary>
internal sealed class ObjectContainer(ObjectContainer? outer) : IObjectContainer, IAsyncDisposable
{
    private readonly Lock _gate = new();
    private readonly Dictionary<(Type Type, string? Name), Registration> _registrations = [];
    private readonly Dictionary<(Type Type, string? Name), object> _built = [];

    // In the order in which they were made, so that they are disposed the other way round.
    private readonly List<object> _owned = [];

    /// <summary>Told of every object that is built here, before anybody gets it.</summary>
    public Action<object>? OnBuilt { get; set; }

    /// <summary>The objects built here so far that are of a type, each once.</summary>
    public IReadOnlyList<T> Built<T>()
    {
        lock (_gate)
        {
            return [.. _built.Values.OfType<T>().Distinct()];
        }
    }

    public void RegisterInstanceAs<T>(T instance, string? name = null, bool dispose = false)
        where T : class => RegisterInstanceAs(instance, typeof(T), name, dispose);

    public void RegisterInstanceAs(object instance, Type interfaceType, string? name = null, bool dispose = false)
    {
        ArgumentNullException.ThrowIfNull(instance);
        ArgumentNullException.ThrowIfNull(interfaceType);
        lock (_gate)
        {
            _registrations[(interfaceType, name)] = new(_ => instance);
            _built[(interfaceType, name)] = instance;
            if (dispose)
            {
                Own(instance);
            }
        }
    }

    public void RegisterTypeAs<TType, TInterface>(string? name = null)
        where TType : class, TInterface
        where TInterface : class => Register(typeof(TInterface), name, path => Build(typeof(TType), path));

    public void RegisterFactoryAs<T>(Func<IObjectContainer, T> factory, string? name = null)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(factory);
        Register(typeof(T), name, _ => factory(this));
    }

    public T Resolve<T>() => (T)Resolve(typeof(T));

    public T Resolve<T>(string? name) => (T)Resolve(typeof(T), name);

    public object Resolve(Type typeToResolve, string? name = null) => Resolve(typeToResolve, name, []);

    public bool IsRegistered<T>() => IsRegistered<T>(null);

    public bool IsRegistered<T>(string? name) => IsRegistered(typeof(T), name);

    public async ValueTask DisposeAsync()
    {
        object[] owned;
        lock (_gate)
        {
            owned = [.. _owned];
            _owned.Clear();
        }

        List<Exception>? failures = null;
        for (var i = owned.Length - 1; i >= 0; i--)
        {
            try
            {
                if (owned[i] is IAsyncDisposable asynchronous)
                {
                    await asynchronous.DisposeAsync();
                }
                else if (owned[i] is IDisposable disposable)
                {
                    disposable.Dispose();
                }
            }
            catch (Exception exception)
            {
                (failures ??= []).Add(exception);
            }
        }

        if (failures is [var single])
        {
            ExceptionDispatchInfo.Throw(single);
        }

        if (failures is not null)
        {
            throw new AggregateException(failures);
        }
    }

    internal bool IsRegistered(Type type, string? name)
    {
        lock (_gate)
        {
            if (_registrations.ContainsKey((type, name)))
            {
                return true;
            }
        }

        return outer is not null && outer.IsRegistered(type, name);
    }

    private void Register(Type type, string? name, Func<IReadOnlyList<Type>, object> make)
    {
        lock (_gate)
        {
            _registrations[(type, name)] = new(make);
            _built.Remove((type, name));
        }
    }

    // The lock is re-entrant, so a constructor that resolves more on the same thread does not block itself.
    private object Resolve(Type type, string? name, IReadOnlyList<Type> path)
    {
        if (type == typeof(IObjectContainer))
        {
            return this;
        }

        lock (_gate)
        {
            if (_built.TryGetValue((type, name), out var built))
            {
                return built;
            }

            if (_registrations.TryGetValue((type, name), out var registration))
            {
                built = registration.Make(path);
            }
            else if (outer is not null && outer.IsRegistered(type, name))
            {
                return outer.Resolve(type, name, path);
            }
            else
            {
                built = Build(type, path);
            }

            Own(built);
            OnBuilt?.Invoke(built);
            return _built[(type, name)] = built;
        }
    }

    private object Build(Type type, IReadOnlyList<Type> path)
    {
        if (path.Contains(type))
        {
            throw new ObjectContainerException($"{Chain(path, type)}: a class needs itself. Take one of the parameters out of its constructor.");
        }

        if (type.IsAbstract || type.IsInterface || type.IsPrimitive || type == typeof(string) || type.IsValueType)
        {
            throw new ObjectContainerException(
                $"{Chain(path, type)}: {type.Name} is registered nowhere and cannot be built. Register it in a [BeforeTestRun] or [BeforeScenario] hook, or when the run is configured.");
        }

        var constructors = type.GetConstructors();
        if (constructors.Length == 0)
        {
            throw new ObjectContainerException($"{Chain(path, type)}: {type.Name} has no public constructor.");
        }

        var constructor = constructors.MaxBy(candidate => candidate.GetParameters().Length)!;
        Type[] inner = [.. path, type];
        object[] arguments = [.. constructor.GetParameters().Select(parameter => Resolve(parameter.ParameterType, null, inner))];
        try
        {
            return constructor.Invoke(arguments);
        }
        catch (TargetInvocationException exception) when (exception.InnerException is { } inside)
        {
            throw new ObjectContainerException($"{Chain(path, type)}: the constructor failed: {inside.Message}", inside);
        }
    }

    private void Own(object instance)
    {
        if (instance is IAsyncDisposable or IDisposable && !_owned.Contains(instance, ReferenceEqualityComparer.Instance))
        {
            _owned.Add(instance);
        }
    }

    private static string Chain(IReadOnlyList<Type> path, Type type) => string.Join(" > ", path.Append(type).Select(step => step.Name));

    private sealed record Registration(Func<IReadOnlyList<Type>, object> Make);
}
