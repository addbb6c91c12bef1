using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace Conformance.Reference.Atena.Screens;

/// <summary>Who is logged in. The two operators are demonstration data.</summary>
internal sealed class Sessions
{
    private const string Cookie = "atena-session";
    private static readonly Dictionary<string, string> Operators = new(StringComparer.Ordinal) { ["op1"] = "pass", ["op2"] = "pass" };
    private readonly ConcurrentDictionary<string, Session> open = new(StringComparer.Ordinal);

    /// <summary>The session of a request, or null.</summary>
    public Session? Of(HttpContext http) =>
        http.Request.Cookies[Cookie] is { } key && open.TryGetValue(key, out var session) ? session : null;

    /// <summary>Opens a session; false where ID and password do not belong together.</summary>
    public bool LogIn(HttpContext http, string operatorId, string password)
    {
        if (!Operators.TryGetValue(operatorId, out var expected) || expected != password)
        {
            return false;
        }

        var key = Convert.ToHexString(RandomNumberGenerator.GetBytes(32));
        open[key] = new Session(operatorId);
        http.Response.Cookies.Append(Cookie, key, new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Strict, Path = "/op" });
        return true;
    }

    /// <summary>Ends the session of a request.</summary>
    public void LogOut(HttpContext http)
    {
        if (http.Request.Cookies[Cookie] is { } key)
        {
            open.TryRemove(key, out _);
        }

        http.Response.Cookies.Delete(Cookie, new CookieOptions { Path = "/op" });
    }
}
