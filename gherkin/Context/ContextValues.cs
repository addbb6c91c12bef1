using System.Diagnostics.CodeAnalysis;

namespace Conformance.Gherkin;

/// <summary>Values that steps leave for later steps, by name or by type. Belongs to one scenario, step or feature.</summary>
public abstract class ContextValues : Dictionary<string, object>
{
    private protected ContextValues()
        : base(StringComparer.Ordinal) { }

    /// <summary>Keeps a value under its type.</summary>
    public void Set<T>(T data) => Set(data, KeyOf<T>());

    public void Set<T>(T data, string key) => this[key] = data!;

    /// <summary>Keeps a recipe; the value is made anew whenever it is asked for.</summary>
    public void Set<T>(Func<T> factory) => this[KeyOf<T>()] = factory;

    /// <exception cref="KeyNotFoundException">No value of the type was kept.</exception>
    public T Get<T>() => Get<T>(KeyOf<T>());

    /// <exception cref="KeyNotFoundException">No value was kept under the key.</exception>
    /// <exception cref="InvalidCastException">The value is of another type.</exception>
    public T Get<T>(string key) => base.TryGetValue(key, out var value)
        ? Cast<T>(key, value)
        : throw new KeyNotFoundException($"Nothing was kept under 「{key}」. Kept: {string.Join(", ", Keys)}.");

    public bool TryGetValue<TValue>([MaybeNullWhen(false)] out TValue value) => TryGetValue(KeyOf<TValue>(), out value);

    public bool TryGetValue<TValue>(string key, [MaybeNullWhen(false)] out TValue value)
    {
        if (base.TryGetValue(key, out var found))
        {
            value = Cast<TValue>(key, found);
            return true;
        }

        value = default;
        return false;
    }

    private static T Cast<T>(string key, object value) => value switch
    {
        T direct => direct,
        Func<T> factory => factory(),
        _ => throw new InvalidCastException($"Under 「{key}」 is a {value.GetType().Name}, not a {typeof(T).Name}."),
    };

    private static string KeyOf<T>() => typeof(T).FullName ?? typeof(T).Name;
}
