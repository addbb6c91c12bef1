using System.Collections.Concurrent;
using HandlebarsDotNet;

namespace Conformance.Mocks;

/// <summary>Fills Handlebars templates. What a template means that cannot be read or filled is told in its place, as WireMock does.</summary>
internal sealed class StubTemplates
{
    private readonly IHandlebars engine;
    private readonly ConcurrentDictionary<string, HandlebarsTemplate<object, object>> compiled = new(StringComparer.Ordinal);

    public StubTemplates(TimeProvider time)
    {
        engine = Handlebars.Create(new HandlebarsConfiguration { NoEscape = true });
        engine.Configuration.FormatterProviders.Add(new LabelledFormatter());
        TemplateHelpers.Register(engine, time);
    }

    public string Fill(string template, object model)
    {
        if (!template.Contains("{{", StringComparison.Ordinal))
        {
            return template;
        }

        try
        {
            return compiled.GetOrAdd(template, text => engine.Compile(text))(model);
        }
        catch (Exception broken) when (broken is HandlebarsException or ArgumentException or FormatException or InvalidOperationException)
        {
            return $"[ERROR: {(broken.InnerException ?? broken).Message}]";
        }
    }
}
