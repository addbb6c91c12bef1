using System.Runtime.InteropServices;
using System.Text.Json;

namespace Conformance.Gherkin;

/// <summary>The messages about the harness itself: where it runs, and which steps and hooks it has.</summary>
internal static class BindingMessages
{
    public static void Meta(Utf8JsonWriter json)
    {
        json.WriteString(Names.ProtocolVersion, MessagesSink.ProtocolVersion);
        Product(json, Names.Implementation, "Conformance", typeof(BindingMessages).Assembly.GetName().Version?.ToString(3));
        Product(json, Names.Cpu, RuntimeInformation.ProcessArchitecture.ToString(), null);
        Product(json, Names.Os, OperatingSystem.IsWindows() ? "Windows" : OperatingSystem.IsMacOS() ? "macOS" : "Linux", Environment.OSVersion.Version.ToString());
        Product(json, Names.Runtime, ".NET", Environment.Version.ToString());
    }

    public static void Write(MessageWriter writer, BindingCatalogue bindings)
    {
        foreach (var type in bindings.ParameterTypes.All.Where(type => type.Transformation is not null))
        {
            writer.Envelope(Names.ParameterType, json =>
            {
                json.WriteString(Names.Id, Ids.Binding(type.Transformation!.Number));
                json.WriteString(Names.Name, type.Name);
                json.WriteStartArray(Names.RegularExpressions);
                foreach (var pattern in type.Patterns)
                {
                    json.WriteStringValue(pattern);
                }

                json.WriteEndArray();
                json.WriteBoolean(Names.PreferForRegularExpressionMatch, false);
                json.WriteBoolean(Names.UseForSnippets, type.UseForSnippets);
                SourceReference(json, type.Transformation.Method);
            });
        }

        foreach (var undefined in bindings.UndefinedParameterTypes)
        {
            writer.Envelope(Names.UndefinedParameterType, json =>
            {
                json.WriteString(Names.Name, undefined.Name);
                json.WriteString(Names.Expression, undefined.Expression);
            });
        }

        foreach (var binding in bindings.StepDefinitions.Select(step => (step.Number, Step: (StepDefinition?)step, Hook: (Hook?)null))
            .Concat(bindings.Hooks.Select(hook => (hook.Number, Step: (StepDefinition?)null, Hook: (Hook?)hook)))
            .OrderBy(binding => binding.Number))
        {
            if (binding.Step is { } step)
            {
                writer.Envelope(Names.StepDefinition, json => Step(json, step));
            }
            else
            {
                writer.Envelope(Names.Hook, json => Hook(json, binding.Hook!));
            }
        }
    }

    /// <summary>Which definitions fit a step, and with which arguments.</summary>
    public static void Matches(Utf8JsonWriter json, IReadOnlyList<StepMatch> matches)
    {
        json.WriteStartArray(Names.StepDefinitionIds);
        foreach (var match in matches)
        {
            json.WriteStringValue(Ids.Binding(match.Definition.Number));
        }

        json.WriteEndArray();
        json.WriteStartArray(Names.StepMatchArgumentsLists);
        foreach (var match in matches)
        {
            json.WriteStartObject();
            json.WriteStartArray(Names.StepMatchArguments);
            foreach (var argument in match.Arguments)
            {
                json.WriteStartObject();
                json.WritePropertyName(Names.Group);
                Group(json, argument.Group);
                if (argument.Type is { Name.Length: > 0 } type)
                {
                    json.WriteString(Names.ParameterTypeName, type.Name);
                }

                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Group(Utf8JsonWriter json, MatchedGroup group)
    {
        json.WriteStartObject();
        if (group.Value is { } value)
        {
            json.WriteNumber(Names.Start, group.Start);
            json.WriteString(Names.Value, value);
        }

        if (group.Children.Count > 0)
        {
            json.WriteStartArray(Names.Children);
            foreach (var child in group.Children)
            {
                Group(json, child);
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    private static void Step(Utf8JsonWriter json, StepDefinition step)
    {
        json.WriteString(Names.Id, Ids.Binding(step.Number));
        json.WriteStartObject(Names.Pattern);
        json.WriteString(Names.Type, step.Expression.IsCucumberExpression ? "CUCUMBER_EXPRESSION" : "REGULAR_EXPRESSION");
        json.WriteString(Names.Source, step.Expression.Source);
        json.WriteEndObject();
        SourceReference(json, step.Method);
    }

    private static void Hook(Utf8JsonWriter json, Hook hook)
    {
        json.WriteString(Names.Id, Ids.Binding(hook.Number));
        var type = hook.Kind switch
        {
            HookKind.BeforeTestRun => "BEFORE_TEST_RUN",
            HookKind.AfterTestRun => "AFTER_TEST_RUN",
            HookKind.BeforeScenario => "BEFORE_TEST_CASE",
            HookKind.AfterScenario => "AFTER_TEST_CASE",
            HookKind.BeforeStep => "BEFORE_TEST_STEP",
            HookKind.AfterStep => "AFTER_TEST_STEP",

            // Messages know no hooks of features and blocks.
            _ => null,
        };
        if (type is not null)
        {
            json.WriteString(Names.Type, type);
        }

        json.WriteString(Names.Name, hook.Method.Name);
        if (hook.TagExpression is { } tags)
        {
            json.WriteString(Names.TagExpression, tags);
        }

        SourceReference(json, hook.Method);
    }

    // Without symbols the method itself is the reference. Of a path only the file's name is written: the rest says where it was built.
    private static void SourceReference(Utf8JsonWriter json, BindingMethod method)
    {
        json.WriteStartObject(Names.SourceReference);
        if (method.Place.Line > 0)
        {
            json.WriteString(Names.Uri, Path.GetFileName(method.Place.File));
            MessageWriter.Location(json, method.Place.Line, 0);
        }
        else
        {
            json.WriteStartObject(Names.JavaMethod);
            json.WriteString(Names.ClassName, method.Method.DeclaringType?.FullName ?? "");
            json.WriteString(Names.MethodName, method.Method.Name);
            json.WriteStartArray(Names.MethodParameterTypes);
            foreach (var parameter in method.Parameters)
            {
                json.WriteStringValue(parameter.ParameterType.FullName ?? parameter.ParameterType.Name);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static void Product(Utf8JsonWriter json, JsonEncodedText property, string name, string? version)
    {
        json.WriteStartObject(property);
        json.WriteString(Names.Name, name);
        if (version is not null)
        {
            json.WriteString(Names.Version, version);
        }

        json.WriteEndObject();
    }
}
