using System.Runtime.ExceptionServices;

namespace Conformance.Gherkin;

/// <summary>The containers of a run: the outermost for the run, one in it per feature, one in that per scenario.</summary>
internal sealed class ObjectContainer(ObjectContainer? outer) : IObjectContainer, IAsyncDisposable
{
    private readonly Lock _gate = new();
    private readonly Dictionary<ObjectKey, Entry> _entries = [];

    // In the order in which they were made, so that they are disposed the other way round.
    private List<object>? _owned;

    /// <summary>Told of every object that is built here, before anybody gets it.</summary>
    public Action<object>? OnBuilt { get; set; }

    /// <summary>The objects built here so far that are of a type, each once.</summary>
    public IReadOnlyList<T> Built<T>()
    {
        lock (_gate)
        {
            return [.. _entries.Values.Select(entry => entry.Built).OfType<T>().Distinct()];
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
            _entries[new(interfaceType, name)] = new(null, instance);
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

    public object Resolve(Type typeToResolve, string? name = null) => Resolve(new(typeToResolve, name), []);

    public bool IsRegistered<T>() => IsRegistered<T>(null);

    public bool IsRegistered<T>(string? name) => IsRegistered(new(typeof(T), name));

    public ValueTask DisposeAsync()
    {
        lock (_gate)
        {
            (var owned, _owned) = (_owned, null);
            return owned is null ? ValueTask.CompletedTask : DisposeAsync(owned);
        }
    }

    private static async ValueTask DisposeAsync(List<object> owned)
    {
        List<Exception>? failures = null;
        for (var i = owned.Count - 1; i >= 0; i--)
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

    private bool IsRegistered(ObjectKey key)
    {
        lock (_gate)
        {
            if (_entries.TryGetValue(key, out var entry) && entry.IsRegistered)
            {
                return true;
            }
        }

        return outer is not null && outer.IsRegistered(key);
    }

    private void Register(Type type, string? name, Func<IReadOnlyList<Type>, object> make)
    {
        lock (_gate)
        {
            _entries[new(type, name)] = new(make, null);
        }
    }

    // The lock is re-entrant, so a constructor that resolves more on the same thread does not block itself.
    private object Resolve(ObjectKey key, IReadOnlyList<Type> path)
    {
        if (key.Type == typeof(IObjectContainer))
        {
            return this;
        }

        lock (_gate)
        {
            if (_entries.TryGetValue(key, out var entry) && entry.Built is { } present)
            {
                return present;
            }

            object built;
            if (entry.Make is { } make)
            {
                built = make(path);
            }
            else if (outer is not null && outer.IsRegistered(key))
            {
                return outer.Resolve(key, path);
            }
            else
            {
                built = Build(key.Type, path);
            }

            Own(built);
            OnBuilt?.Invoke(built);
            _entries[key] = new(entry.Make, built) { IsOwn = entry.Make is null };
            return built;
        }
    }

    private object Build(Type type, IReadOnlyList<Type> path) =>
        ObjectRecipe.Of(type).Build(path, (needed, inner) => Resolve(new ObjectKey(needed, null), inner));

    private void Own(object instance)
    {
        if (instance is IAsyncDisposable or IDisposable && _owned?.Contains(instance, ReferenceEqualityComparer.Instance) != true)
        {
            (_owned ??= []).Add(instance);
        }
    }

    /// <param name="Make">How it is made; null for an object that was given, or a class that is registered nowhere.</param>
    private readonly record struct Entry(Func<IReadOnlyList<Type>, object>? Make, object? Built)
    {
        /// <summary>A class that nobody registered and that was built here.</summary>
        public bool IsOwn { get; init; }

        public bool IsRegistered => !IsOwn;
    }
}
