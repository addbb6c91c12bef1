using System.Runtime.InteropServices;
using System.Text.Json;

namespace Conformance.Gherkin;

/// <summary>The messages about the harness itself: where it runs, and which steps and hooks it has.</summary>
internal static class BindingMessages
{
    public static void Meta(Utf8JsonWriter json)
    {
        json.WriteString("protocolVersion"u8, MessagesSink.ProtocolVersion);
        Product(json, "implementation"u8, "Conformance", typeof(BindingMessages).Assembly.GetName().Version?.ToString(3));
        Product(json, "cpu"u8, RuntimeInformation.ProcessArchitecture.ToString(), null);
        Product(json, "os"u8, OperatingSystem.IsWindows() ? "Windows" : OperatingSystem.IsMacOS() ? "macOS" : "Linux", Environment.OSVersion.Version.ToString());
        Product(json, "runtime"u8, ".NET", Environment.Version.ToString());
    }

    public static void Write(MessageWriter writer, BindingCatalogue bindings)
    {
        foreach (var type in bindings.ParameterTypes.All.Where(type => type.Transformation is not null))
        {
            writer.Envelope("parameterType"u8, json =>
            {
                json.WriteString("id"u8, Ids.Binding(type.Transformation!.Number));
                json.WriteString("name"u8, type.Name);
                json.WriteStartArray("regularExpressions"u8);
                foreach (var pattern in type.Patterns)
                {
                    json.WriteStringValue(pattern);
                }

                json.WriteEndArray();
                json.WriteBoolean("preferForRegularExpressionMatch"u8, false);
                json.WriteBoolean("useForSnippets"u8, type.UseForSnippets);
                SourceReference(json, type.Transformation.Method);
            });
        }

        foreach (var undefined in bindings.UndefinedParameterTypes)
        {
            writer.Envelope("undefinedParameterType"u8, json =>
            {
                json.WriteString("name"u8, undefined.Name);
                json.WriteString("expression"u8, undefined.Expression);
            });
        }

        foreach (var binding in bindings.StepDefinitions.Select(step => (step.Number, Step: (StepDefinition?)step, Hook: (Hook?)null))
            .Concat(bindings.Hooks.Select(hook => (hook.Number, Step: (StepDefinition?)null, Hook: (Hook?)hook)))
            .OrderBy(binding => binding.Number))
        {
            if (binding.Step is { } step)
            {
                writer.Envelope("stepDefinition"u8, json => Step(json, step));
            }
            else
            {
                writer.Envelope("hook"u8, json => Hook(json, binding.Hook!));
            }
        }
    }

    /// <summary>Which definitions fit a step, and with which arguments.</summary>
    public static void Matches(Utf8JsonWriter json, IReadOnlyList<StepMatch> matches)
    {
        json.WriteStartArray("stepDefinitionIds"u8);
        foreach (var match in matches)
        {
            json.WriteStringValue(Ids.Binding(match.Definition.Number));
        }

        json.WriteEndArray();
        json.WriteStartArray("stepMatchArgumentsLists"u8);
        foreach (var match in matches)
        {
            json.WriteStartObject();
            json.WriteStartArray("stepMatchArguments"u8);
            foreach (var argument in match.Arguments)
            {
                json.WriteStartObject();
                json.WritePropertyName("group"u8);
                Group(json, argument.Group);
                if (argument.Type is { Name.Length: > 0 } type)
                {
                    json.WriteString("parameterTypeName"u8, type.Name);
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
            json.WriteNumber("start"u8, group.Start);
            json.WriteString("value"u8, value);
        }

        if (group.Children.Count > 0)
        {
            json.WriteStartArray("children"u8);
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
        json.WriteString("id"u8, Ids.Binding(step.Number));
        json.WriteStartObject("pattern"u8);
        json.WriteString("type"u8, step.Expression.IsCucumberExpression ? "CUCUMBER_EXPRESSION" : "REGULAR_EXPRESSION");
        json.WriteString("source"u8, step.Expression.Source);
        json.WriteEndObject();
        SourceReference(json, step.Method);
    }

    private static void Hook(Utf8JsonWriter json, Hook hook)
    {
        json.WriteString("id"u8, Ids.Binding(hook.Number));
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
            json.WriteString("type"u8, type);
        }

        json.WriteString("name"u8, hook.Method.Name);
        if (hook.TagExpression is { } tags)
        {
            json.WriteString("tagExpression"u8, tags);
        }

        SourceReference(json, hook.Method);
    }

    // Without symbols the method itself is the reference. Of a path only the file's name is written: the rest says where it was built.
    private static void SourceReference(Utf8JsonWriter json, BindingMethod method)
    {
        json.WriteStartObject("sourceReference"u8);
        if (method.Place.Line > 0)
        {
            json.WriteString("uri"u8, Path.GetFileName(method.Place.File));
            MessageWriter.Location(json, method.Place.Line, 0);
        }
        else
        {
            json.WriteStartObject("javaMethod"u8);
            json.WriteString("className"u8, method.Method.DeclaringType?.FullName ?? "");
            json.WriteString("methodName"u8, method.Method.Name);
            json.WriteStartArray("methodParameterTypes"u8);
            foreach (var parameter in method.Parameters)
            {
                json.WriteStringValue(parameter.ParameterType.FullName ?? parameter.ParameterType.Name);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static void Product(Utf8JsonWriter json, ReadOnlySpan<byte> property, string name, string? version)
    {
        json.WriteStartObject(property);
        json.WriteString("name"u8, name);
        if (version is not null)
        {
            json.WriteString("version"u8, version);
        }

        json.WriteEndObject();
    }
}
