using System.Reflection;
using System.Runtime.CompilerServices;

namespace Conformance.Gherkin;

/// <summary>Reads the attributes of binding classes.</summary>
internal sealed class BindingCollector
{
    private const BindingFlags AnyMethod =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static;

    private readonly List<StepDefinition> _steps = [];
    private readonly List<Hook> _hooks = [];
    private readonly List<ArgumentTransformation> _transformations = [];
    private readonly List<GherkinProblem> _problems = [];
    private readonly List<UndefinedParameterType> _undefined = [];
    private readonly ParameterTypes _types = new();
    private int _number;

    public BindingCatalogue Collect(IEnumerable<Type> types)
    {
        using var places = new SourcePlaces();
        BindingMethod[] methods =
        [
            .. types
                .Where(type => type.IsDefined(typeof(BindingAttribute), inherit: false))
                .SelectMany(type => MethodsOf(type))
                .Where(IsBound)
                .Select(method => new BindingMethod(method, places.Of(method))),
        ];

        // Transformations first: their names appear in the expressions of steps.
        foreach (var method in methods)
        {
            foreach (var attribute in method.Method.GetCustomAttributes<StepArgumentTransformationAttribute>())
            {
                AddTransformation(method, attribute);
            }
        }

        foreach (var method in methods)
        {
            CheckShape(method);
            foreach (var attribute in method.Method.GetCustomAttributes())
            {
                switch (attribute)
                {
                    case StepAttribute step:
                        AddStep(method, step);
                        break;
                    case HookAttribute hook:
                        AddHook(method, hook);
                        break;
                }
            }
        }

        return new(_steps, _hooks, _transformations, _types, _problems, _undefined);
    }

    private static IEnumerable<MethodInfo> MethodsOf(Type type) =>
        type.GetMethods(AnyMethod).Where(method => method.DeclaringType != typeof(object)).OrderBy(method => method.MetadataToken);

    private static bool IsBound(MethodInfo method) =>
        method.IsDefined(typeof(StepAttribute), true) || method.IsDefined(typeof(HookAttribute), true) || method.IsDefined(typeof(StepArgumentTransformationAttribute), true);

    private void CheckShape(BindingMethod method)
    {
        if (method.Method.ReturnType == typeof(void) && method.Method.IsDefined(typeof(AsyncStateMachineAttribute)))
        {
            Report("CF4105", method, $"{method.Name} is async and returns nothing, so nobody can wait for it.", "Let it return a Task.");
        }

        if (method.Method.IsGenericMethodDefinition)
        {
            Report("CF4105", method, $"{method.Name} is generic.", "Give the binding its types.");
        }
    }

    private void AddTransformation(BindingMethod method, StepArgumentTransformationAttribute attribute)
    {
        try
        {
            var transformation = new ArgumentTransformation(_number++, method, attribute.Regex, attribute.Name, attribute.Order);
            _transformations.Add(transformation);
            if (transformation.TakesTable)
            {
                return;
            }

            var added = _types.TryAdd(new()
            {
                Name = transformation.Name,
                Type = transformation.Type,
                Patterns = [transformation.Pattern],
                Transformation = transformation,
            });
            if (!added && attribute.Name is not null)
            {
                Report("CF4109", method, $"The parameter type {{{transformation.Name}}} is declared twice.", "Give one of them another Name.");
            }
        }
        catch (ArgumentException exception)
        {
            Report("CF4101", method, $"The regular expression 「{attribute.Regex}」 cannot be used: {exception.Message}", "Correct it.");
        }
    }

    private void AddStep(BindingMethod method, StepAttribute attribute)
    {
        var source = attribute.Expression ?? method.Method.Name.Replace('_', ' ');
        var type = attribute.Expression is null ? ExpressionType.CucumberExpression : attribute.ExpressionType;
        try
        {
            var expression = StepExpression.Create(source, type, _types);
            _steps.Add(new(_number++, attribute.Kind, expression, method, ScopeOf(method)));
            CheckArguments(method, expression);
            if (expression is CucumberExpression cucumber)
            {
                foreach (var warning in ExpressionWarning.Of(cucumber))
                {
                    _problems.Add(new("CF4110", method.Place.File, method.Place.Line, 0, $"「{source}」, column {warning.Column}: {warning.Fact}", warning.Remedy) { IsWarning = true });
                }
            }
        }
        catch (ExpressionException exception)
        {
            if (exception.UndefinedParameterType is { } name)
            {
                _undefined.Add(new(name, source));
                Report("CF4102", method, $"「{source}」 names the parameter type {{{name}}}, which nobody declares.", $"Add a [StepArgumentTransformation(Name = \"{name}\")], or correct the name.");
            }
            else
            {
                Report("CF4101", method, exception.Message, "Correct the expression of " + method.Name + ".");
            }
        }
        catch (FormatException exception)
        {
            Report("CF4103", method, exception.Message, "Correct the tag in [Scope].");
        }
    }

    private void CheckArguments(BindingMethod method, StepExpression expression)
    {
        // A table and a text block may follow what the expression finds.
        var surplus = method.ArgumentCount - expression.ArgumentCount;
        if (surplus is < 0 or > 2)
        {
            Report(
                "CF4104", method,
                $"「{expression.Source}」 yields {expression.ArgumentCount} arguments, {method.Name} takes {method.ArgumentCount}.",
                "Give the method one parameter per argument, then one for a table or text block if the step has one.");
        }
    }

    private void AddHook(BindingMethod method, HookAttribute attribute)
    {
        try
        {
            var isStaticKind = attribute.Kind is HookKind.BeforeTestRun or HookKind.AfterTestRun or HookKind.BeforeFeature or HookKind.AfterFeature;
            if (isStaticKind && !method.Method.IsStatic)
            {
                Report("CF4105", method, $"{method.Name} is a {attribute.Kind} hook and not static.", "Make the method static: there is no scenario yet whose objects it could use.");
                return;
            }

            _hooks.Add(new(_number++, attribute.Kind, attribute.Order, method, HookFilter.Of(attribute.Tags), ScopeOf(method)));
        }
        catch (FormatException exception)
        {
            Report("CF4103", method, exception.Message, "Correct the tags of the hook.");
        }
    }

    private static BindingScope ScopeOf(BindingMethod method) => BindingScope.Of(
        method.Method.GetCustomAttributes<ScopeAttribute>().Concat(method.Method.ReflectedType!.GetCustomAttributes<ScopeAttribute>()));

    private void Report(string code, BindingMethod method, string fact, string remedy) =>
        _problems.Add(new(code, method.Place.File, method.Place.Line, 0, fact, remedy));
}
