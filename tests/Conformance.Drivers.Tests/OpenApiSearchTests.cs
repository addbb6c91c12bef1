using Newtonsoft.Json.Linq;

namespace Conformance.Drivers.Tests;

public sealed class OpenApiSearchTests
{
    [Fact]
    public void Every_operation_is_a_place_with_the_names_found_in_it()
    {
        var places = Places("""
            {"paths": {"/shinsei": {
                "summary": "not an operation",
                "post": {"summary": "申請の登録", "parameters": [{"name": "keiro"}], "requestBody": {"content": {"application/json": {"schema": {"properties": {"tougouatenabango": {"type": "string", "description": "統合宛名番号"}}}}}}},
                "get": {"operationId": "list"}}}}
            """);

        places.Select(place => place.Name).Should().Equal("POST /shinsei", "GET /shinsei");
        places[0].Texts.Should().Contain(["/shinsei", "申請の登録", "keiro", "tougouatenabango", "統合宛名番号"]);
        places[0].Finds("統合 宛名番号").Should().Be("統合宛名番号");
        places[1].Finds("統合宛名番号").Should().BeNull();
    }

    [Fact]
    public void What_is_referred_to_is_read_too_and_a_circle_ends()
    {
        var places = Places("""
            {"paths": {"/a": {"get": {"responses": {"200": {"schema": {"$ref": "#/components/schemas/Node"}}}}}},
             "components": {"schemas": {"Node": {"properties": {"child": {"$ref": "#/components/schemas/Node"}, "settei": {"enum": ["0", "1"]}}}}}}
            """);

        places.Should().ContainSingle().Which.Texts.Should().Contain(["child", "settei"]);
        places[0].Options["settei"].Should().Equal("0", "1");
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"paths": []}""")]
    [InlineData("""{"paths": {"/a": null, "/b": {"x-get": {}}}}""")]
    public void A_description_that_describes_nothing_has_no_places(string document) => Places(document).Should().BeEmpty();

    private static IReadOnlyList<SearchedPlace> Places(string document) => OpenApiSearch.Places(JObject.Parse(document));
}
