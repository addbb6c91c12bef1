namespace Conformance.Gherkin;

/// <summary>
/// Holds the objects of a run, a feature or a scenario. What is not registered here is looked for further out; a concrete class that is
/// registered nowhere is built here, once, from its constructor with the most parameters. Safe for use by several threads.
/// </summary>
public interface IObjectContainer
{
    /// <summary>Registers an object. It is disposed with the container only if asked for.</summary>
    void RegisterInstanceAs<T>(T instance, string? name = null, bool dispose = false)
        where T : class;

    /// <summary>Registers an object under a type known at run time.</summary>
    void RegisterInstanceAs(object instance, Type interfaceType, string? name = null, bool dispose = false);

    /// <summary>Registers the class to build, once, for a type.</summary>
    void RegisterTypeAs<TType, TInterface>(string? name = null)
        where TType : class, TInterface
        where TInterface : class;

    /// <summary>Registers how to make the object for a type, once.</summary>
    void RegisterFactoryAs<T>(Func<IObjectContainer, T> factory, string? name = null)
        where T : class;

    /// <summary>The object for a type.</summary>
    /// <exception cref="ObjectContainerException">It is not registered and cannot be built.</exception>
    T Resolve<T>();

    /// <inheritdoc cref="Resolve{T}()"/>
    T Resolve<T>(string? name);

    /// <inheritdoc cref="Resolve{T}()"/>
    object Resolve(Type typeToResolve, string? name = null);

    /// <summary>Whether the type is registered here or further out.</summary>
    bool IsRegistered<T>();

    /// <inheritdoc cref="IsRegistered{T}()"/>
    bool IsRegistered<T>(string? name);
}
