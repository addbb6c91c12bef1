using System.Text.Json.Nodes;
using Microsoft.AspNetCore.WebUtilities;

namespace Conformance.Mocks;

/// <summary>
/// The 認証認可サーバ of 共通機能標準仕様書 2.1版 (RESTによる公開用API連携における認証認可について): OAuth 2 client credentials, bearer tokens, no refresh
/// tokens, introspection. In-process it also issues and expires tokens at will, for a harness that presents them to a target.
/// </summary>
public sealed class AuthorisationServer : INeighbour
{
    internal const string TokenPath = "/oauth/token";
    internal const string IntrospectionPath = "/oauth/introspect";
    internal const string MetadataPath = "/.well-known/oauth-authorization-server";

    private static readonly string[] LoopbackNames = ["127.0.0.1", "localhost"];

    private readonly OAuthOptions options;
    private readonly TokenStore tokens;
    private readonly ClientAuthentication authentication;
    private IReadOnlySet<string> tokenAudiences = new HashSet<string>();
    private IReadOnlySet<string> introspectionAudiences = new HashSet<string>();

    internal AuthorisationServer(OAuthOptions options, TimeProvider time)
    {
        this.options = options;
        tokens = new TokenStore(time);
        authentication = new ClientAuthentication(options.Clients, time);
    }

    /// <summary>Issuer identifier (RFC 8414): the base address without a slash at the end.</summary>
    public string Issuer { get; private set; } = "";

    public Uri TokenEndpoint => new(Issuer + TokenPath);

    public Uri IntrospectionEndpoint => new(Issuer + IntrospectionPath);

    public IReadOnlyList<RegisteredClient> Clients => options.Clients;

    string INeighbour.Name => "認可サーバー";

    /// <summary>A token that introspection reports as active until it expires. The scope is taken as it is, allowed or not, so that a test can
    /// present a token with the wrong one.</summary>
    /// <exception cref="ArgumentException">No such client.</exception>
    public AccessToken Issue(string clientId, string scope, TimeSpan lifetime) =>
        authentication.Find(clientId) is null
            ? throw new ArgumentException($"No client '{clientId}' is registered.", nameof(clientId))
            : tokens.Issue(clientId, scope, lifetime);

    /// <summary>From now on the token is reported as not active.</summary>
    /// <exception cref="ArgumentException">The token was not issued here.</exception>
    public void Expire(AccessToken token)
    {
        ArgumentNullException.ThrowIfNull(token);
        if (!tokens.Expire(token.Value))
        {
            throw new ArgumentException("The token was not issued here.", nameof(token));
        }
    }

    /// <summary>A token like <paramref name="value"/> that has expired; of an unknown one it stays unknown.</summary>
    internal string IssueExpired(string? value) =>
        tokens.Known(value) is { } token ? tokens.Issue(token.ClientId, token.Scope, TimeSpan.Zero).Value : value ?? "";

    bool INeighbour.Owns(MockRequest request) => request.Path is TokenPath or IntrospectionPath or MetadataPath;

    Receipt INeighbour.Receive(MockRequest request)
    {
        var operation = request.Path switch
        {
            TokenPath => OAuthOperations.Token,
            IntrospectionPath => OAuthOperations.Introspection,
            _ => OAuthOperations.Metadata,
        };
        var form = Form(request);
        return new Receipt(operation)
        {
            Claimable = false,
            Items = form.Fields.Where(field => !Redaction.IsSecretField(field.Key)).ToDictionary(field => field.Key, string? (field) => field.Value),
            Client = operation == OAuthOperations.Introspection
                ? tokens.Known(form.Fields.GetValueOrDefault("token"))?.ClientId
                : form.Fields.GetValueOrDefault("client_id") ?? ClientAssertion.Parse(form.Fields.GetValueOrDefault("client_assertion") ?? "")?.Subject,
            RedactedBody = Redaction.Form(request.Body),
        };
    }

    MockAnswer INeighbour.Answer(MockRequest request, Receipt receipt) => request.Path switch
    {
        MetadataPath when request.Method is "GET" or "HEAD" => Json(200, Metadata()),
        MetadataPath => MethodNotAllowed("GET"),
        _ when request.Method != "POST" => MethodNotAllowed("POST"),
        TokenPath => AnswerToken(request),
        _ => AnswerIntrospection(request),
    };

    internal AccessToken? Active(string? token) => tokens.Active(token);

    internal AccessToken? Known(string? token) => tokens.Known(token);

    /// <summary>Called once, when the address is known.</summary>
    internal void Locate(Uri baseAddress)
    {
        Issuer = baseAddress.GetLeftPart(UriPartial.Authority);
        // A client on the same machine may call the loopback by either name.
        var bases = LoopbackNames
            .Select(host => $"{baseAddress.Scheme}://{host}:{baseAddress.Port}")
            .Append(Issuer)
            .Concat(options.PublicAddresses.Select(address => address.AbsoluteUri.TrimEnd('/')))
            .Distinct()
            .ToList();
        tokenAudiences = bases.SelectMany(address => new[] { address, address + "/", address + TokenPath }).ToHashSet();
        introspectionAudiences = tokenAudiences.Concat(bases.Select(address => address + IntrospectionPath)).ToHashSet();
    }

    private MockAnswer AnswerToken(MockRequest request)
    {
        var (fields, repeated) = Form(request);
        if (repeated is not null)
        {
            return Refuse(request, "invalid_request", $"{repeated} occurs more than once (RFC 6749 section 3.2).");
        }

        switch (authentication.Authenticate(request, fields, tokenAudiences))
        {
            case ClientAuthentication.Result.Refused refused:
                return Refuse(request, refused.Error, refused.Reason);
            case ClientAuthentication.Result.Known known:
                return fields.GetValueOrDefault("grant_type") switch
                {
                    null => Refuse(request, "invalid_request", "grant_type is missing."),
                    "client_credentials" => Grant(request, known.Client, fields.GetValueOrDefault("scope")),
                    var other => Refuse(request, "unsupported_grant_type", $"grant_type '{other}' is not client_credentials."),
                };
            default:
                return Refuse(request, "invalid_client", "No client authentication: client_secret_jwt, provisionally client_secret_basic.");
        }
    }

    private MockAnswer Grant(MockRequest request, RegisteredClient client, string? asked)
    {
        var scopes = string.IsNullOrWhiteSpace(asked)
            ? client.DefaultScopes
            : asked.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (scopes.Where(scope => !client.MayAskFor(scope)).ToList() is { Count: > 0 } foreign)
        {
            return Refuse(request, "invalid_scope", $"The client may not ask for: {string.Join(' ', foreign)}.");
        }

        // 「複数の提供側業務システムへアクセス可能なアクセストークンの発行は行わないこと」
        if (scopes.Select(scope => scope.Split(':')[0]).Distinct().Count() != 1)
        {
            return Refuse(request, "invalid_scope", "One token is for one providing system; ask for the scopes of one.");
        }

        var token = tokens.Issue(client.ClientId, string.Join(' ', scopes), options.TokenLifetime);
        JsonObject Body(string value) => new()
        {
            ["access_token"] = value,
            ["token_type"] = "Bearer",
            ["expires_in"] = (long)options.TokenLifetime.TotalSeconds,
            ["scope"] = token.Scope,
        };
        return Json(200, Body(token.Value)) with { RedactedBody = Body(Redaction.Mark).ToJsonString(JournalJson.Options) };
    }

    private MockAnswer AnswerIntrospection(MockRequest request)
    {
        var (fields, repeated) = Form(request);
        if (repeated is not null || !fields.TryGetValue("token", out var value))
        {
            return Refuse(request, "invalid_request", repeated is null ? "token is missing." : $"{repeated} occurs more than once.");
        }

        var caller = authentication.Authenticate(request, fields, introspectionAudiences);
        if (caller is ClientAuthentication.Result.Refused refused)
        {
            return Refuse(request, refused.Error, refused.Reason);
        }

        // RFC 7662 section 2.1: client authentication, or a bearer token of the caller's own.
        if (caller is ClientAuthentication.Result.Absent
            && (request.BearerToken is { } bearer ? tokens.Active(bearer) is null : options.IntrospectionNeedsCredentials))
        {
            return Refuse(request, "invalid_client", "The caller of introspection is not authenticated (RFC 7662 section 2.1).");
        }

        return Json(200, tokens.Active(value) is { } token
            ? new JsonObject
            {
                ["active"] = true,
                ["scope"] = token.Scope,
                ["client_id"] = token.ClientId,
                ["sub"] = token.ClientId,
                ["iss"] = Issuer,
                ["token_type"] = "Bearer",
                ["iat"] = token.IssuedAt.ToUnixTimeSeconds(),
                ["exp"] = token.ExpiresAt.ToUnixTimeSeconds(),
                // Not of RFC 7662: whom the standard authenticates is the 業務.
                ["gyomuid"] = authentication.Find(token.ClientId)?.BusinessId,
            }
            : new JsonObject { ["active"] = false });
    }

    private JsonObject Metadata() => new()
    {
        ["issuer"] = Issuer,
        ["token_endpoint"] = Issuer + TokenPath,
        ["introspection_endpoint"] = Issuer + IntrospectionPath,
        ["grant_types_supported"] = new JsonArray("client_credentials"),
        ["response_types_supported"] = new JsonArray(),
        ["token_endpoint_auth_methods_supported"] = new JsonArray("client_secret_jwt", "client_secret_basic"),
        ["token_endpoint_auth_signing_alg_values_supported"] = new JsonArray("HS256"),
        ["introspection_endpoint_auth_methods_supported"] = new JsonArray("client_secret_jwt", "client_secret_basic"),
        ["introspection_endpoint_auth_signing_alg_values_supported"] = new JsonArray("HS256"),
        ["scopes_supported"] = new JsonArray([.. options.Clients.SelectMany(client => client.WholeScopes).Distinct().Order(StringComparer.Ordinal).Select(scope => (JsonNode)scope)]),
    };

    /// <returns>The fields, and the name of one that occurs twice, if any.</returns>
    private static (IReadOnlyDictionary<string, string> Fields, string? Repeated) Form(MockRequest request)
    {
        var parsed = QueryHelpers.ParseQuery(request.Body);
        return (
            parsed.ToDictionary(field => field.Key, field => field.Value[0] ?? "", StringComparer.Ordinal),
            parsed.FirstOrDefault(field => field.Value.Count > 1).Key);
    }

    private static MockAnswer Refuse(MockRequest request, string error, string reason)
    {
        var status = error == "invalid_client" ? 401 : 400;
        var answer = Json(status, new JsonObject { ["error"] = error, ["error_description"] = reason }) with { Reasons = [$"{error}: {reason}"] };
        return status == 401 && request.Header("Authorization") is not null
            ? answer with { Headers = new Dictionary<string, string>(answer.Headers) { ["WWW-Authenticate"] = "Basic realm=\"conformance\"" } }
            : answer;
    }

    private static MockAnswer Json(int status, JsonObject body) => new(status, "application/json;charset=UTF-8", body.ToJsonString(JournalJson.Options))
    {
        Headers = new Dictionary<string, string> { ["Cache-Control"] = "no-store", ["Pragma"] = "no-cache" },
    };

    private static MockAnswer MethodNotAllowed(string allowed) => new(405, "text/plain; charset=UTF-8", $"Only {allowed} here.")
    {
        Headers = new Dictionary<string, string> { ["Allow"] = allowed },
        Reasons = [$"Only {allowed} is defined at this path."],
    };
}
