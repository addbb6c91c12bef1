using System.Globalization;
using System.Net.Http.Headers;
using System.Text.RegularExpressions;
using Conformance.Drivers.Api;
using Newtonsoft.Json.Linq;

namespace Conformance.Steps.Tests.Neighbours;

/// <summary>Looks at every answer that passes through: whether the operation's document knows the status, and the body fits its schema.</summary>
internal sealed class SchemaWatch(IReadOnlyList<InterfaceDefinition> operations) : DelegatingHandler(new SocketsHttpHandler())
{
    public List<string> Deviations { get; } = [];

    /// <summary><c>koza-shokai 202</c>.</summary>
    public HashSet<string> Seen { get; } = new(StringComparer.Ordinal);

    /// <summary>Documented answers that nothing has provoked so far.</summary>
    public IEnumerable<string> Unseen => operations.SelectMany(operation => operation.Responses.Keys.Select(status => $"{operation.Id} {status}")).Where(answer => !Seen.Contains(answer));

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = await base.SendAsync(request, cancellationToken);
        var path = request.RequestUri!.AbsolutePath.TrimStart('/');
        var operation = operations.Single(known => known.Method == request.Method.Method && Regex.IsMatch(path, "^" + Regex.Replace(known.Path.TrimStart('/'), @"\{[^}]+\}", "[^/]+") + "$"));
        var status = ((int)response.StatusCode).ToString(CultureInfo.InvariantCulture);
        var at = $"{operation.Id} {status}";
        Seen.Add(at);
        if (!operation.Responses.TryGetValue(status, out var schema))
        {
            Deviations.Add($"{at}: not documented");
        }
        else if (schema is not null && response.Content.Headers.ContentType is { } type && type.MediaType == new MediaTypeHeaderValue("application/json").MediaType)
        {
            await response.Content.LoadIntoBufferAsync(cancellationToken);
            var text = await response.Content.ReadAsStringAsync(cancellationToken);
            using var reader = new Newtonsoft.Json.JsonTextReader(new StringReader(text)) { DateParseHandling = Newtonsoft.Json.DateParseHandling.None };
            Deviations.AddRange(SchemaCheck.Check(await JToken.LoadAsync(reader, cancellationToken), schema, operation.Document).Select(deviation => $"{at}: {deviation} in {text}"));
        }
        else if (schema is not null)
        {
            Deviations.Add($"{at}: answered as {response.Content.Headers.ContentType}");
        }

        return response;
    }
}
