using Conformance.Drivers.Proposals;
using Conformance.Spec;
using FsCheck;
using FsCheck.Fluent;

namespace Conformance.Drivers.Tests.Proposals;

public sealed class DescribedApiTests
{
    private const string Yaml = """
        openapi: 3.1.0
        info: {title: 見本, version: '2'}
        servers: [{url: 'https://acme.test/v1'}]
        paths:
          /persons/{no}:
            parameters: [{$ref: '#/components/parameters/no'}]
            get:
              summary: 人の照会
              responses: {'200': {description: ok, content: {application/json: {schema: {$ref: '#/components/schemas/list'}}}}}
        components:
          parameters: {no: {name: 'no', in: path, required: true, schema: {type: string, title: 宛名番号}}}
          schemas:
            list: {type: object, properties: {data: {type: object, properties: {rows: {type: array, items: {$ref: '#/components/schemas/person'}}}}}}
            person: {type: object, properties: {shimei: {type: string, title: 氏名}, oya: {$ref: '#/components/schemas/person'}}}
          securitySchemes: {o: {type: oauth2, flows: {clientCredentials: {tokenUrl: 'https://acme.test/token', scopes: {}}}}}
        """;

    [Fact]
    public void References_parameters_and_the_place_of_the_records_are_read()
    {
        var api = DescribedApi.Read(Yaml, "x.yaml");

        (api.Title, api.Server, api.Auth, api.TokenServer).Should().Be(("見本", "https://acme.test/v1", "client_secret_jwt", "https://acme.test/token"));
        var operation = api.Operations.Should().ContainSingle().Subject;
        (operation.Id, operation.Titles[0], operation.Records).Should().Be(("GET /persons/{no}", "人の照会", "$.data.rows[*]"));
        operation.Takes.Should().ContainSingle().Which.Title.Should().Be("宛名番号");
        operation.Gives.Select(field => field.Name).Should().Contain("shimei", "a schema that contains itself ends somewhere");
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("openapi: 2.0\npaths: {}")]
    [InlineData("openapi: 3.0.0")]
    [InlineData("a: [")]
    public void What_is_no_description_is_refused(string text) =>
        new Action(() => DescribedApi.Read(text, "x")).Should().Throw<BadInputException>().Which.Problems.Should().ContainSingle().Which.Code.Should().Be("CF5042");

    [Fact]
    public void Whatever_stands_in_a_description_is_read_or_refused() => Prop.ForAll(
        ArbMap.Default.ArbFor<int>(), ArbMap.Default.ArbFor<byte>(), (at, with) =>
        {
            var text = Yaml.Remove(Math.Abs(at % Yaml.Length), 1).Insert(Math.Abs((at / 7) % (Yaml.Length - 1)), ((char)with).ToString());
            try
            {
                return DescribedApi.Read(text, "x").Operations.Count >= 0;
            }
            catch (BadInputException)
            {
                return true;
            }
        }).QuickCheckThrowOnFailure();
}
