using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;

namespace Conformance.Mocks.Tests;

public sealed class JsonPositionsTests
{
    [Fact]
    public void A_value_is_found_by_its_pointer_and_a_missing_one_by_what_is_around_it()
    {
        var positions = JsonPositions.Read("{\n  \"日本\": [1,\n    {\"a/b\": null}]\n}");

        positions.Of("/日本/0").Should().Be((2, 10));
        positions.Of("/日本/1/a~1b").Should().Be((3, 6));
        positions.Of("/日本/1/none/at/all").Should().Be((3, 5));
        positions.Of("").Should().Be((1, 1));
    }

    [Fact]
    public void Every_element_of_a_written_list_is_where_it_was_written() =>
        Prop.ForAll<int[]>(numbers =>
        {
            var text = "[" + string.Join(",\n", numbers) + "]";
            var positions = JsonPositions.Read(text);
            var lines = text.Split('\n');
            return numbers.Select((number, i) => (number, Place: positions.Of($"/{i}")))
                .All(entry => lines[entry.Place.Line - 1][(entry.Place.Column - 1)..].StartsWith($"{entry.number}", StringComparison.Ordinal));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Equal_json_is_equal_whatever_the_order_of_members() =>
        Prop.ForAll<NonNull<string>[]>(names =>
        {
            var members = names.Select(name => name.Get).Where(name => name.All(c => !char.IsSurrogate(c))).Distinct().ToList();
            var forward = new JsonObject(members.Select((name, i) => KeyValuePair.Create(name, (JsonNode?)i)));
            var backward = new JsonObject(members.Select((name, i) => KeyValuePair.Create(name, (JsonNode?)i)).Reverse());
            return new EqualToJsonPattern(forward, false, false).Matches(backward.ToJsonString())
                && (members.Count == 0 || !new EqualToJsonPattern(forward, false, false).Matches("{}"));
        }).QuickCheckThrowOnFailure();
}
