using System.Runtime.InteropServices;
using System.Text.Json;

namespace Conformance.Gherkin;

/// <summary>The messages about the harness itself: where it runs, and which steps and hooks it has.</summary>
internal static class BindingMessages
{
    public static void Meta(Utf8JsonWriter json)
    {
        json.WriteString("protocolVersion", MessagesSink.ProtocolVersion);
        Product(json, "implementation", "Conformance", typeof(BindingMessages).Assembly.GetName().Version?.ToString(3));
        Product(json, "cpu", RuntimeInformation.ProcessArchitecture.ToString(), null);
        Product(json, "os", OperatingSystem.IsWindows() ? "Windows" : OperatingSystem.IsMacOS() ? "macOS" : "Linux", Environment.OSVersion.Version.ToString());
        Product(json, "runtime", ".NET", Environment.Version.ToString());
    }

    public static void Write(MessageWriter writer, BindingCatalogue bindings)
    {
        foreach (var type in bindings.ParameterTypes.All.Where(type => type.Transformation is not null))
        {
            writer.Envelope("parameterType", json =>
            {
                json.WriteString("id", Ids.Binding(type.Transformation!.Number));
                json.WriteString("name", type.Name);
                json.WriteStartArray("regularExpressions");
                foreach (var pattern in type.Patterns)
                {
                    json.WriteStringValue(pattern);
                }

                json.WriteEndArray();
                json.WriteBoolean("preferForRegularExpressionMatch", false);
                json.WriteBoolean("useForSnippets", type.UseForSnippets);
                SourceReference(json, type.Transformation.Method);
            });
        }

        foreach (var undefined in bindings.UndefinedParameterTypes)
        {
            writer.Envelope("undefinedParameterType", json =>
            {
                json.WriteString("name", undefined.Name);
                json.WriteString("expression", undefined.Expression);
            });
        }

        foreach (var binding in bindings.StepDefinitions.Select(step => (step.Number, Step: (StepDefinition?)step, Hook: (Hook?)null))
            .Concat(bindings.Hooks.Select(hook => (hook.Number, Step: (StepDefinition?)null, Hook: (Hook?)hook)))
            .OrderBy(binding => binding.Number))
        {
            if (binding.Step is { } step)
            {
                writer.Envelope("stepDefinition", json => Step(json, step));
            }
            else
            {
                writer.Envelope("hook", json => Hook(json, binding.Hook!));
            }
        }
    }

    /// <summary>Which definitions fit a step, and with which arguments.</summary>
    public static void Matches(Utf8JsonWriter json, string pickleStepId, IReadOnlyList<StepMatch> matches)
    {
        json.WriteString("pickleStepId", pickleStepId);
        json.WriteStartArray("stepDefinitionIds");
        foreach (var match in matches)
        {
            json.WriteStringValue(Ids.Binding(match.Definition.Number));
        }

        json.WriteEndArray();
        json.WriteStartArray("stepMatchArgumentsLists");
        foreach (var match in matches)
        {
            json.WriteStartObject();
            json.WriteStartArray("stepMatchArguments");
            foreach (var argument in match.Arguments)
            {
                json.WriteStartObject();
                json.WritePropertyName("group");
                Group(json, argument.Group);
                if (argument.Type is { Name.Length: > 0 } type)
                {
                    json.WriteString("parameterTypeName", type.Name);
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
            json.WriteNumber("start", group.Start);
            json.WriteString("value", value);
        }

        if (group.Children.Count > 0)
        {
            json.WriteStartArray("children");
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
        json.WriteString("id", Ids.Binding(step.Number));
        json.WriteStartObject("pattern");
        json.WriteString("type", step.Expression.IsCucumberExpression ? "CUCUMBER_EXPRESSION" : "REGULAR_EXPRESSION");
        json.WriteString("source", step.Expression.Source);
        json.WriteEndObject();
        SourceReference(json, step.Method);
    }

    private static void Hook(Utf8JsonWriter json, Hook hook)
    {
        json.WriteString("id", Ids.Binding(hook.Number));
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
            json.WriteString("type", type);
        }

        json.WriteString("name", hook.Method.Name);
        if (hook.TagExpression is { } tags)
        {
            json.WriteString("tagExpression", tags);
        }

        SourceReference(json, hook.Method);
    }

    // Without symbols the method itself is the reference. Of a path only the file's name is written: the rest says where it was built.
    private static void SourceReference(Utf8JsonWriter json, BindingMethod method)
    {
        json.WriteStartObject("sourceReference");
        if (method.Place.Line > 0)
        {
            json.WriteString("uri", Path.GetFileName(method.Place.File));
            MessageWriter.Location(json, method.Place.Line, 0);
        }
        else
        {
            json.WriteStartObject("javaMethod");
            json.WriteString("className", method.Method.DeclaringType?.FullName ?? "");
            json.WriteString("methodName", method.Method.Name);
            json.WriteStartArray("methodParameterTypes");
            foreach (var parameter in method.Parameters)
            {
                json.WriteStringValue(parameter.ParameterType.FullName ?? parameter.ParameterType.Name);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static void Product(Utf8JsonWriter json, string property, string name, string? version)
    {
        json.WriteStartObject(property);
        json.WriteString("name", name);
        if (version is not null)
        {
            json.WriteString("version", version);
        }

        json.WriteEndObject();
    }
}
