using System.Reflection;

namespace Conformance.Gherkin;

/// <summary>A method of a binding class, ready to be called with objects of a container.</summary>
public sealed class BindingMethod
{
    private readonly MethodInvoker _invoker;

    internal BindingMethod(MethodInfo method, SourcePlace place)
    {
        Method = method;
        Place = place;
        Parameters = method.GetParameters();
        TakesToken = Parameters is [.., { ParameterType: var last }] && last == typeof(CancellationToken);
        _invoker = MethodInvoker.Create(method);
    }

    public MethodInfo Method { get; }

    /// <summary>Where it is written.</summary>
    public SourcePlace Place { get; }

    /// <summary>Class and method, for messages.</summary>
    public string Name => $"{Method.DeclaringType?.Name}.{Method.Name}";

    internal IReadOnlyList<ParameterInfo> Parameters { get; }

    /// <summary>Whether the last parameter is a cancellation token, which the runtime fills in.</summary>
    internal bool TakesToken { get; }

    internal int ArgumentCount => Parameters.Count - (TakesToken ? 1 : 0);

    /// <summary>What a call yields: the type inside a task.</summary>
    internal Type ResultType
    {
        get
        {
            var type = Method.ReturnType;
            var isTask = type.IsGenericType && (type.GetGenericTypeDefinition() == typeof(Task<>) || type.GetGenericTypeDefinition() == typeof(ValueTask<>));
            return isTask ? type.GetGenericArguments()[0] : type;
        }
    }

    /// <summary>Calls the method on the container's instance of its class and waits for its task.</summary>
    internal ValueTask<object?> InvokeAsync(ObjectContainer container, object?[] arguments, CancellationToken cancellationToken)
    {
        var target = Method.IsStatic ? null : Instance(container);
        object?[] all = TakesToken ? [.. arguments, cancellationToken] : arguments;
        var result = _invoker.Invoke(target, all.AsSpan());
        return result is null ? default : EndedAsync(result);
    }

    private async ValueTask<object?> EndedAsync(object result)
    {
        switch (result)
        {
            case Task task:
                await task;
                return Method.ReturnType.IsGenericType ? task.GetType().GetProperty(nameof(Task<>.Result))!.GetValue(task) : null;
            case ValueTask valueTask:
                await valueTask;
                return null;
            case not null when Method.ReturnType.IsGenericType && Method.ReturnType.GetGenericTypeDefinition() == typeof(ValueTask<>):
                var inner = (Task)Method.ReturnType.GetMethod(nameof(ValueTask.AsTask))!.Invoke(result, null)!;
                await inner;
                return inner.GetType().GetProperty(nameof(Task<>.Result))!.GetValue(inner);
            default:
                return result;
        }
    }

    private object Instance(ObjectContainer container)
    {
        try
        {
            return container.Resolve(Method.ReflectedType!);
        }
        catch (ObjectContainerException exception)
        {
            var problem = new GherkinProblem(
                "CF4111", Place.File, Place.Line, 0,
                $"The binding class {Method.ReflectedType!.Name} cannot be built: {exception.Message}",
                "Register what its constructor needs, or correct the constructor.");
            throw new BindingException(problem, exception);
        }
    }
}
