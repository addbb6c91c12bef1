namespace Conformance.Gherkin;

/// <summary>Makes the values that a step method takes from texts, tables and text blocks.</summary>
internal sealed class ArgumentConversion(IReadOnlyList<ArgumentTransformation> transformations)
{
    /// <summary>The code of a transformation that failed for a value.</summary>
    public const string TransformationFailed = "CF4108";

    private readonly ArgumentTransformation[] _transformations = [.. transformations.OrderBy(one => one.Order).ThenBy(one => one.Number)];

    // What transformations make.
    private readonly HashSet<Type> _made = [.. transformations.Select(one => one.Type)];

    /// <summary>Converts arguments that need no transformation; false, with nothing said, where one may be needed or cannot be converted.</summary>
    public bool TryConvertAll(IReadOnlyList<MatchedArgument> from, BindingMethod method, object?[] to)
    {
        for (var i = 0; i < from.Count; i++)
        {
            var target = method.Parameters[i].ParameterType;
            if (from[i].Type?.Transformation is not null || _made.Contains(Nullable.GetUnderlyingType(target) ?? target)
                || (from[i].Text is { } text && !LiteralConversion.TryConvert(text, target, out to[i])))
            {
                return false;
            }
        }

        return true;
    }

    public async Task<object?> ConvertAsync(
        string? text, Type target, ParameterType? type, ObjectContainer container, CancellationToken cancellationToken)
    {
        if (text is null)
        {
            return null;
        }

        if (type?.Transformation is { } named && target.IsAssignableFrom(named.Type) && named.Arguments(text) is { } ownTexts)
        {
            return await TransformAsync(named, ownTexts, container, cancellationToken);
        }

        foreach (var transformation in _transformations)
        {
            if (transformation.Type == (Nullable.GetUnderlyingType(target) ?? target) && !transformation.TakesTable && transformation.Arguments(text) is { } texts)
            {
                return await TransformAsync(transformation, texts, container, cancellationToken);
            }
        }

        return LiteralConversion.TryConvert(text, target, out var value)
            ? value
            : throw Unconvertible($"「{text}」", target, "");
    }

    public async Task<object?> ConvertAsync(DataTable table, Type target, ObjectContainer container, CancellationToken cancellationToken)
    {
        if (target.IsAssignableFrom(typeof(DataTable)))
        {
            return table;
        }

        foreach (var transformation in _transformations)
        {
            if (transformation.TakesTable && target.IsAssignableFrom(transformation.Type))
            {
                return await transformation.Method.InvokeAsync(container, [table], cancellationToken);
            }
        }

        throw Unconvertible("a table", target, " that takes a DataTable");
    }

    private async Task<object?> TransformAsync(
        ArgumentTransformation transformation, IReadOnlyList<string?> texts, ObjectContainer container, CancellationToken cancellationToken)
    {
        var method = transformation.Method;
        if (texts.Count != method.ArgumentCount)
        {
            throw new BindingException(new(
                "CF4107", method.Place.File, method.Place.Line, 0,
                $"The transformation {method.Name} takes {method.ArgumentCount} arguments, its expression yields {texts.Count}.",
                "Give the method one parameter per group; write (?:…) for a group that is none."));
        }

        var arguments = new object?[texts.Count];
        for (var i = 0; i < arguments.Length; i++)
        {
            var target = method.Parameters[i].ParameterType;

            // A transformation from its own type to itself would call itself without end.
            arguments[i] = target == transformation.Type || target == typeof(string)
                ? Literal(texts[i], target)
                : await ConvertAsync(texts[i], target, null, container, cancellationToken);
        }

        try
        {
            return await method.InvokeAsync(container, arguments, cancellationToken);
        }
        catch (Exception exception) when (exception is not (BindingException or OperationCanceledException or PendingStepException))
        {
            throw new BindingException(
                new(
                    TransformationFailed, method.Place.File, method.Place.Line, 0,
                    $"The transformation {method.Name} failed for 「{string.Join("」「", texts)}」: {exception.Message}",
                    "Correct the value in the feature, or the transformation."),
                exception);
        }
    }

    private static object? Literal(string? text, Type target) => text is null ? null
        : LiteralConversion.TryConvert(text, target, out var value) ? value
        : throw Unconvertible($"「{text}」", target, "");

    private static BindingException Unconvertible(string what, Type target, string kind) => new(new(
        "CF4106", "", 0, 0,
        $"{what} cannot be converted to {target.Name}.",
        $"Correct the value, or add a [StepArgumentTransformation]{kind} that makes a {target.Name}."));
}
