using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.RegularExpressions;
using Conformance.Drivers.Network;
using Conformance.Drivers.Profiles;
using Conformance.Drivers.Tls;

namespace Conformance.Drivers.Api;

/// <summary>Performs exchanges through the product's API. Thread-safe: scenarios run side by side on one driver.</summary>
public sealed partial class ApiDriver : IDriver
{
    private const int LongestAnswer = 64 * 1024 * 1024;

    private readonly HttpClient _client;
    private readonly NetworkRoute _route;
    private readonly Uri _base;
    private readonly ApiProfile _profile;
    private readonly IReadOnlyDictionary<string, ApiOperation> _operations;
    private readonly string? _business;
    private readonly ITokenSource? _tokens;
    private readonly Secrets _secrets;
    private readonly TimeProvider _time;
    private readonly ConcurrentDictionary<string, bool> _answered = new();

    internal ApiDriver(
        HttpClient client, NetworkRoute route, ApiProfile profile, IReadOnlyDictionary<string, ApiOperation> operations, string? business,
        ITokenSource? tokens, Secrets secrets, TimeProvider time)
    {
        _client = client;
        _route = route;
        _profile = profile;
        _operations = operations;
        _business = business;
        _tokens = tokens;
        _secrets = secrets;
        _time = time;
        _base = profile.Base.RevealAddress(secrets);
    }

    public string Surface => "api";

    public bool Offers(string exchange) => _operations.ContainsKey(exchange);

    /// <inheritdoc/>
    public async Task<Observation> PerformAsync(FunctionCall call, CancellationToken cancellationToken)
    {
        if (!_operations.TryGetValue(call.Exchange, out var operation))
        {
            return new Observation { Outcome = Outcome.NotOffered };
        }

        var written = ApiRequest.Of(operation, call, _business);
        using var request = new HttpRequestMessage(new HttpMethod(operation.Method), new Uri(_base, written.Target.TrimStart('/')))
        {
            Version = HttpVersion.Version11,
            VersionPolicy = HttpVersionPolicy.RequestVersionOrHigher,
        };
        request.Headers.Accept.ParseAdd("application/json");
        if (operation.Method == "GET")
        {
            // What is fetched may be a document.
            request.Headers.Accept.ParseAdd("application/pdf, */*;q=0.5");
        }

        if (written.Body is not null)
        {
            request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(written.Body));
            request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        }

        foreach (var (name, value) in operation.Exchange.Headers)
        {
            if (!request.Headers.TryAddWithoutValidation(name, value.Reveal(_secrets)))
            {
                request.Content?.Headers.TryAddWithoutValidation(name, value.Reveal(_secrets));
            }
        }

        if (_tokens is not null && await _tokens.TokenAsync(call.Credential, operation.Scope, cancellationToken).ConfigureAwait(false) is { } token)
        {
            _secrets.Register(token);
            request.Headers.Authorization = new AuthenticationHeaderValue(_profile.Auth.Method == AuthMethod.Basic ? "Basic" : "Bearer", token);
        }

        if (call.Start is { } start)
        {
            await start.ArriveAsync(cancellationToken).ConfigureAwait(false);
        }

        var seen = await SendAsync(operation, request, written.Body, cancellationToken).ConfigureAwait(false);
        return operation.Exchange.Files is null or ApiExchange.FilesInAnswer || seen.Outcome != Outcome.Accepted ? seen
            : await WithFilesAsync(operation, call, seen, request.Headers.Authorization, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Where products offer a description of their API when their profile names none.</summary>
    public static IReadOnlyList<string> UsualDescriptions { get; } = ["openapi.json", "swagger.json", "swagger/v1/swagger.json", "v3/api-docs", "api-docs"];

    /// <summary>The description that the profile names, or else one that is found at a usual address.</summary>
    /// <returns>Its address and what it tells; null where there is none.</returns>
    /// <exception cref="TargetUnreachableException">No answer.</exception>
    /// <exception cref="ProfileMismatchException">The profile names one, and there is none.</exception>
    public async Task<(string Address, IReadOnlyList<SearchedPlace> Places)?> FindDescriptionAsync(CancellationToken cancellationToken)
    {
        if (_profile.OpenApi is { } named)
        {
            return (named, OpenApiSearch.Places(await DescriptionAsync(named, cancellationToken).ConfigureAwait(false)));
        }

        foreach (var usual in UsualDescriptions)
        {
            try
            {
                if (OpenApiSearch.Places(await DescriptionAsync(usual, cancellationToken).ConfigureAwait(false)) is { Count: > 0 } places)
                {
                    return (usual, places);
                }
            }
            catch (ProfileMismatchException)
            {
                // Nobody said that there is one.
            }
        }

        return null;
    }

    /// <summary>Item name to the values that an exchange takes, as the product describes it; empty where it does not.</summary>
    public async Task<IReadOnlyDictionary<string, IReadOnlyList<string>>> OptionsAsync(string exchange, CancellationToken cancellationToken)
    {
        if (_profile.OpenApi is null || !_operations.TryGetValue(exchange, out var operation))
        {
            return new Dictionary<string, IReadOnlyList<string>>();
        }

        var places = OpenApiSearch.Places(await DescriptionAsync(_profile.OpenApi, cancellationToken).ConfigureAwait(false));
        var place = places.FirstOrDefault(known => known.Name == $"{operation.Method} /{operation.Path.TrimStart('/')}");
        return (place?.Options ?? new Dictionary<string, IReadOnlyList<string>>()).ToDictionary(option => operation.Item(option.Key), option => option.Value);
    }

    /// <summary>The operations that the profile maps, in the order of the profile.</summary>
    public IReadOnlyList<MappedOperation> Operations =>
    [
        .. _operations.Values.Select(operation => Mapped(operation, operation.Method, operation.Path)),
        .. _operations.Values.Where(operation => operation.Exchange.Files is not (null or ApiExchange.FilesInAnswer)).Select(operation => Mapped(operation, "GET", operation.Exchange.Files!)),
    ];

    private MappedOperation Mapped(ApiOperation operation, string method, string path) => new(operation.Exchange.Name, method, path, operation.Scope, _base.AbsolutePath.TrimEnd('/') + "/" + path.TrimStart('/'));

    /// <summary>Gets a token as a call with this scope would, and says nothing to the product.</summary>
    /// <exception cref="TargetUnreachableException">The authorisation server does not answer, or refuses.</exception>
    public async Task CheckTokenAsync(string scope, CancellationToken cancellationToken)
    {
        if (_tokens is not null)
        {
            await _tokens.TokenAsync(Credential.Valid, scope, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Calls an address that no exchange is mapped to, with an empty JSON object, and one beside it at which nothing can be.</summary>
    /// <exception cref="TargetUnreachableException">No answer.</exception>
    public async Task<ProbeAnswer> ProbeAsync(string method, string path, CancellationToken cancellationToken)
    {
        var status = await StatusAsync(method, path, cancellationToken).ConfigureAwait(false);
        return ProbeAnswer.Of(status, status is 404 or 405 ? status : await StatusAsync(method, path.TrimEnd('/') + "-0", cancellationToken).ConfigureAwait(false));
    }

    private async Task<int> StatusAsync(string method, string path, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), new Uri(_base, path.TrimStart('/')));
        if (method is not ("GET" or "DELETE"))
        {
            request.Content = new StringContent("{}", Encoding.UTF8, "application/json");
        }

        using var response = await AskAsync(request, "", cancellationToken).ConfigureAwait(false);
        return (int)response.StatusCode;
    }

    /// <summary>The text at an address below the base, asked for with GET.</summary>
    /// <param name="scope">Of the token to ask with; null: without one.</param>
    /// <exception cref="TargetUnreachableException">No answer.</exception>
    internal async Task<(int Status, string Text)> FetchAsync(string path, string? scope, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(_base, path.TrimStart('/')));
        using var response = await AskAsync(request, scope, cancellationToken).ConfigureAwait(false);
        return ((int)response.StatusCode, await response.Content.ReadAsStringAsync(cancellationToken).ConfigureAwait(false));
    }

    private async Task<Newtonsoft.Json.Linq.JObject> DescriptionAsync(string address, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(_base, address.TrimStart('/')));
        using var response = await AskAsync(request, "", cancellationToken).ConfigureAwait(false);
        var text = await response.Content.ReadAsStringAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            return response.IsSuccessStatusCode ? Newtonsoft.Json.Linq.JObject.Parse(text)
                : throw new ProfileMismatchException($"openapi: {request.RequestUri} is answered {(int)response.StatusCode}.");
        }
        catch (Newtonsoft.Json.JsonException e)
        {
            throw new ProfileMismatchException($"openapi: {request.RequestUri} is no JSON: {e.Message}", e);
        }
    }

    private async Task<HttpResponseMessage> AskAsync(HttpRequestMessage request, string? scope, CancellationToken cancellationToken)
    {
        if (scope is not null && _tokens is not null && await _tokens.TokenAsync(Credential.Valid, scope, cancellationToken).ConfigureAwait(false) is { } token)
        {
            _secrets.Register(token);
            request.Headers.Authorization = new AuthenticationHeaderValue(_profile.Auth.Method == AuthMethod.Basic ? "Basic" : "Bearer", token);
        }

        await _route.PaceAsync(cancellationToken).ConfigureAwait(false);
        using var patience = new CancellationTokenSource(_profile.Timeout, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        try
        {
            return await _client.SendAsync(request, either.Token).ConfigureAwait(false);
        }
        catch (Exception e) when (e is HttpRequestException or IOException || (e is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            throw new TargetUnreachableException($"{request.RequestUri}: {e.Message}", e);
        }
    }

    public ValueTask DisposeAsync()
    {
        _client.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task<Observation> SendAsync(ApiOperation operation, HttpRequestMessage request, string? body, CancellationToken cancellationToken)
    {
        // Waiting for one's turn is neither the target's time nor its timeout.
        await _route.PaceAsync(cancellationToken).ConfigureAwait(false);
        var started = _time.GetUtcNow();
        var clock = _time.GetTimestamp();
        var answer = new MemoryStream();
        HttpResponseMessage? response = null;
        using var patience = new CancellationTokenSource(_profile.Timeout, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        Exchange Seen(string? trouble) => new(
            Surface, $"{request.Method} {request.RequestUri!.AbsolutePath}", HttpTranscript.Request(request, body, _secrets),
            (response is null ? "" : HttpTranscript.Response(response, answer.ToArray(), _secrets)) + (trouble is null ? "" : $"\n({trouble})"),
            started, _time.GetElapsedTime(clock)) { Scheme = request.RequestUri!.Scheme };
        try
        {
            response = await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, either.Token).ConfigureAwait(false);
            if (operation.Exchange.Files == ApiExchange.FilesInAnswer && response.StatusCode == HttpStatusCode.OK && response.Content.Headers.ContentType?.MediaType != "application/json")
            {
                return await KeptAsync(request, response, patience, Seen, either.Token).ConfigureAwait(false);
            }

            await ReadAsync(response, answer, either.Token).ConfigureAwait(false);
            return Judge(operation, request, response, answer.ToArray(), Seen);
        }
        catch (OperationCanceledException e) when (!cancellationToken.IsCancellationRequested)
        {
            var trouble = $"no complete answer within {_profile.Timeout.TotalSeconds:0.###} s";
            throw new TargetUnreachableException($"{request.RequestUri}: {trouble}.", e) { Exchanges = [Seen(trouble)], At = UnreachableAt.Late };
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            var (trouble, untrusted) = ServerTrust.Explain(e);
            throw new TargetUnreachableException($"{request.RequestUri}: {trouble}", e) { Exchanges = [Seen(trouble)], Untrusted = untrusted };
        }
        finally
        {
            response?.Dispose();
        }
    }

    private Observation Judge(ApiOperation operation, HttpRequestMessage request, HttpResponseMessage response, byte[] body, Func<string?, Exchange> seen)
    {
        var status = (int)response.StatusCode;
        var mediaType = response.Content.Headers.ContentType?.MediaType?.ToLowerInvariant();
        if (status is >= 300 and < 400)
        {
            throw new ProfileMismatchException($"{operation.Exchange.Name}: {request.RequestUri} leads elsewhere ({status} {response.Headers.Location}).") { Exchanges = [seen(null)] };
        }

        // A 404 or 405 that is no JSON, of an address that never answered otherwise, tells of a wrong address and not of the product.
        var route = request.Method + " " + operation.Path;
        if (status is 404 or 405 && mediaType?.Contains("json", StringComparison.Ordinal) != true && !_answered.ContainsKey(route))
        {
            throw new ProfileMismatchException($"{operation.Exchange.Name}: there is nothing at {request.Method} {request.RequestUri} ({status}).") { Exchanges = [seen(null)] };
        }

        if (status is 502 or 504 && mediaType?.Contains("json", StringComparison.Ordinal) != true)
        {
            throw new TargetUnreachableException($"{request.RequestUri}: something in front of the target answered {status} in its place.") { Exchanges = [seen(null)], At = UnreachableAt.Gateway };
        }

        _answered[route] = true;
        try
        {
            return ApiAnswer.Read(operation, status, mediaType, body) with { Exchanges = [seen(null)] };
        }
        catch (ProfileMismatchException e)
        {
            throw new ProfileMismatchException(e.Message, e) { Exchanges = [seen(null)] };
        }
    }

    // The file itself is no evidence: it holds everybody. What was read of it is written down by whoever reads it.
    private async Task<Observation> KeptAsync(HttpRequestMessage request, HttpResponseMessage response, CancellationTokenSource patience, Func<string?, Exchange> seen, CancellationToken cancellationToken)
    {
        var name = response.Content.Headers.ContentDisposition is { } told && (told.FileNameStar ?? told.FileName?.Trim('"')) is { Length: > 0 } given ? given : Uri.UnescapeDataString(request.RequestUri!.Segments[^1]);
        await using var stream = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        var file = await PutOutFile.KeepAsync(name, stream, () => patience.CancelAfter(_profile.Timeout), cancellationToken).ConfigureAwait(false);
        return new Observation { Outcome = Outcome.Accepted, Status = (int)response.StatusCode, Files = [file], Exchanges = [seen($"the file {name}, {new FileInfo(file.Path).Length} bytes, is not kept as evidence")] };
    }

    private async Task<Observation> WithFilesAsync(ApiOperation operation, FunctionCall call, Observation answer, AuthenticationHeaderValue? authorisation, CancellationToken cancellationToken)
    {
        var (files, exchanges, missing) = (new List<PutOutFile>(), answer.Exchanges.ToList(), new List<string>());
        var fetching = new ApiOperation(_profile, operation.Exchange with { Files = ApiExchange.FilesInAnswer }, null, new Dictionary<string, string>(), "");
        foreach (var record in answer.Records)
        {
            var path = FileItem().Replace(operation.Exchange.Files!, match => Uri.EscapeDataString(record.GetValueOrDefault(match.Groups[1].Value) ?? call.Items.GetValueOrDefault(match.Groups[1].Value)
                ?? throw new ProfileMismatchException($"{operation.Exchange.Name}: files names 「{match.Groups[1].Value}」, and the answer has {string.Join(", ", record.Keys)}.") { Exchanges = exchanges }));
            using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(_base, path.TrimStart('/')));
            request.Headers.Authorization = authorisation;
            var fetched = await SendAsync(fetching, request, null, cancellationToken).ConfigureAwait(false);
            files.AddRange(fetched.Files);
            exchanges.AddRange(fetched.Exchanges);
            if (fetched.Files.Count == 0)
            {
                missing.Add($"{path} ({fetched.Status})");
            }
        }

        // A file that is listed and not there tells of the product only where others are there: else of a wrong address, or of a credential that may not fetch.
        var route = "GET " + operation.Exchange.Files;
        if (files.Count > 0)
        {
            _answered[route] = true;
        }
        else if (missing.Count > 0 && !_answered.ContainsKey(route))
        {
            throw new ProfileMismatchException($"{operation.Exchange.Name}: files: the answer names {missing.Count}, and none of them can be fetched: GET {string.Join(", ", missing.Take(3))}.") { Exchanges = exchanges };
        }

        return answer with { Files = files, Exchanges = exchanges };
    }

    [GeneratedRegex(@"\{([^{}]+)\}")]
    private static partial Regex FileItem();

    // Read by hand, so that half an answer is still in the evidence.
    private static async Task ReadAsync(HttpResponseMessage response, MemoryStream into, CancellationToken cancellationToken)
    {
        await using var stream = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        var buffer = new byte[16 * 1024];
        while (await stream.ReadAsync(buffer, cancellationToken).ConfigureAwait(false) is > 0 and var read)
        {
            into.Write(buffer, 0, read);
            if (into.Length > LongestAnswer)
            {
                throw new IOException($"The answer is longer than {LongestAnswer} bytes.");
            }
        }
    }
}
