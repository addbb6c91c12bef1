using System.Globalization;

namespace Conformance.Gherkin;

/// <summary>Calls step definitions and hooks with what their parameters ask for.</summary>
internal sealed class StepCall(ArgumentConversion conversion)
{
    private const string WrongCount = "CF4104";

    /// <exception cref="BindingException">The arguments do not fit the method, or cannot be converted.</exception>
    public async Task InvokeAsync(
        Pickle pickle, PickleStep step, StepMatch match, ObjectContainer container, CancellationToken cancellationToken)
    {
        try
        {
            var arguments = await ArgumentsAsync(step, match, container, cancellationToken);
            await match.Definition.Method.InvokeAsync(container, arguments, cancellationToken);
        }
        catch (BindingException exception) when (exception.Problem is { File.Length: 0 } or { Code: ArgumentConversion.TransformationFailed or WrongCount })
        {
            // What is wrong lies in the feature, or may do so; only here its place is known.
            var problem = exception.Problem;
            throw new BindingException(
                problem.File.Length == 0
                    ? problem with { File = pickle.Uri, Line = step.Position.Line, Column = step.Position.Column }
                    : problem with { Fact = string.Create(CultureInfo.InvariantCulture, $"{problem.Fact} The step is in {pickle.Uri}({step.Position.Line},{step.Position.Column}).") },
                exception.InnerException ?? exception);
        }
    }

    private ValueTask<object?[]> ArgumentsAsync(PickleStep step, StepMatch match, ObjectContainer container, CancellationToken cancellationToken)
    {
        var method = match.Definition.Method;
        var multiline = (step.Table is null ? 0 : 1) + (step.DocString is null ? 0 : 1);
        var given = match.Arguments.Count + multiline;
        if (given != method.ArgumentCount)
        {
            throw new BindingException(new(
                WrongCount, method.Place.File, method.Place.Line, 0,
                $"The step has {given} arguments{(multiline > 0 ? " with its table or text block" : "")}, {method.Name} takes {method.ArgumentCount}.",
                multiline > 0
                    ? "Add a parameter of type DataTable for a table, or string for a text block, at the end."
                    : "Give the method one parameter per argument; if it takes a table or text block, write one under the step."));
        }

        var arguments = new object?[given];
        return multiline == 0 && conversion.TryConvertAll(match.Arguments, method, arguments)
            ? new(arguments)
            : ConvertedAsync(step, match, method, arguments, container, cancellationToken);
    }

    private async ValueTask<object?[]> ConvertedAsync(
        PickleStep step, StepMatch match, BindingMethod method, object?[] arguments, ObjectContainer container, CancellationToken cancellationToken)
    {
        var i = 0;
        foreach (var argument in match.Arguments)
        {
            arguments[i] = await conversion.ConvertAsync(argument.Text, method.Parameters[i].ParameterType, argument.Type, container, cancellationToken);
            i++;
        }

        var tableFirst = step.Table is { Order: < 2 };
        if (tableFirst)
        {
            i = await AddTableAsync(step, arguments, i, method, container, cancellationToken);
        }

        if (step.DocString is { } text)
        {
            arguments[i] = await conversion.ConvertAsync(text.Content, method.Parameters[i].ParameterType, null, container, cancellationToken);
            i++;
        }

        if (!tableFirst)
        {
            await AddTableAsync(step, arguments, i, method, container, cancellationToken);
        }

        return arguments;
    }

    /// <summary>Calls a hook; its parameters come from the container.</summary>
    public static Task InvokeAsync(Hook hook, ObjectContainer container, CancellationToken cancellationToken)
    {
        var method = hook.Method;
        var arguments = new object?[method.ArgumentCount];
        for (var i = 0; i < arguments.Length; i++)
        {
            arguments[i] = container.Resolve(method.Parameters[i].ParameterType);
        }

        return method.InvokeAsync(container, arguments, cancellationToken).AsTask();
    }

    private async Task<int> AddTableAsync(
        PickleStep step, object?[] arguments, int at, BindingMethod method, ObjectContainer container, CancellationToken cancellationToken)
    {
        if (step.Table is { } table)
        {
            arguments[at] = await conversion.ConvertAsync(DataTable.Of(table), method.Parameters[at].ParameterType, container, cancellationToken);
            at++;
        }

        return at;
    }
}
