namespace Conformance.Mocks;

/// <summary>Whether a request may do what it asks for.</summary>
internal sealed class TokenCheck(AuthorisationServer authorisation, bool needed)
{
    public string? Client(MockRequest request) => authorisation.Known(request.BearerToken)?.ClientId;

    /// <returns>The refusal; null where the token is valid and has the scope.</returns>
    public MockAnswer? Refuse(MockRequest request, string scope)
    {
        if (!needed)
        {
            return null;
        }

        if (request.BearerToken is not { Length: > 0 } value)
        {
            return Unauthorised("アクセストークンがありません。");
        }

        if (authorisation.Active(value) is not { } token)
        {
            return Unauthorised(authorisation.Known(value) is null ? "アクセストークンはここで発行されたものではありません。" : "アクセストークンの有効期限が切れています。");
        }

        return token.Scope.Split(' ').Contains(scope)
            ? null
            : RestAnswers.Refuse(403, "E0403", $"スコープ {scope} がありません（トークンのスコープ: {token.Scope}）。");
    }

    private static MockAnswer Unauthorised(string reason) => RestAnswers.Refuse(401, "E0401", reason) with
    { Headers = new Dictionary<string, string> { ["WWW-Authenticate"] = "Bearer error=\"invalid_token\"" } };
}
