using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace Conformance.Reference.Core.Screens;

/// <summary>Who is logged in, by a cookie that no script reads and no other site sends.</summary>
internal sealed class Sessions
{
    private const string Cookie = "kenko_session";
    private const string Password = "pass";

    private static readonly string[] Operators = ["op1", "op2"];

    private readonly ConcurrentDictionary<string, string> open = new(StringComparer.Ordinal);

    /// <summary>操作者ID of the session, or null.</summary>
    public string? Operator(HttpRequest request) =>
        request.Cookies.TryGetValue(Cookie, out var key) ? open.GetValueOrDefault(key) : null;

    /// <returns>False for an unknown operator or a wrong password.</returns>
    public bool Open(HttpResponse response, string operatorId, string password)
    {
        if (!Operators.Contains(operatorId) || password != Password)
        {
            return false;
        }

        var key = RandomNumberGenerator.GetHexString(32, lowercase: true);
        open[key] = operatorId;
        response.Cookies.Append(Cookie, key, new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Strict, Path = "/" });
        return true;
    }

    public void Close(HttpRequest request, HttpResponse response)
    {
        if (request.Cookies.TryGetValue(Cookie, out var key))
        {
            open.TryRemove(key, out _);
        }

        response.Cookies.Delete(Cookie);
    }
}
