using Conformance.Drivers.Profiles;
using Newtonsoft.Json.Linq;
using NJsonSchema;
using YamlDotNet.RepresentationModel;

namespace Conformance.Drivers.Tests;

public sealed class ProfileSchemaTests
{
    private static readonly string Text = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "profile.schema.json"));

    [Fact]
    public void The_schema_and_the_loader_know_the_same_keys()
    {
        var schema = JObject.Parse(Text);
        var parts = ((JObject)schema["definitions"]!).Properties().Where(p => p.Value["properties"] is not null)
            .ToDictionary(p => p.Name, p => Keys((JObject)p.Value));
        parts["profile"] = Keys(schema);

        parts.Keys.Should().BeEquivalentTo(ProfileGrammar.Keys.Keys);
        foreach (var (part, keys) in ProfileGrammar.Keys)
        {
            parts[part].Should().BeEquivalentTo(keys, "these are the keys of {0}", part);
        }

        static string[] Keys(JObject part) => [.. ((JObject)part["properties"]!).Properties().Select(p => p.Name)];
    }

    [Fact]
    public async Task A_profile_with_every_key_fits_the_schema()
    {
        var schema = await JsonSchema.FromJsonAsync(Text);

        schema.Validate(Json(File.ReadAllText(Some.Data("full.profile.yaml")))).Should().BeEmpty();
    }

    [Theory]
    [InlineData("class: 一般市区町村", "class: 村")]
    [InlineData("vendor: 見本", "vandor: 見本")]
    [InlineData("timeout: 30 s", "timeout: soon")]
    [InlineData("press: ログイン", "pres: ログイン")]
    public async Task What_the_loader_refuses_the_schema_refuses_too(string right, string wrong)
    {
        var schema = await JsonSchema.FromJsonAsync(Text);
        var text = File.ReadAllText(Some.Data("full.profile.yaml"));
        text.Should().Contain(right);

        schema.Validate(Json(text.Replace(right, wrong, StringComparison.Ordinal))).Should().NotBeEmpty();
    }

    private static JToken Json(string text)
    {
        var yaml = new YamlStream();
        yaml.Load(new StringReader(text));
        return YamlJson.Convert(yaml.Documents[0].RootNode);
    }
}
