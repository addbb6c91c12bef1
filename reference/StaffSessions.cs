using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace Conformance.Reference;

/// <summary>Who is logged in, by a cookie that no script reads and no other site sends.</summary>
/// <param name="cookie">Name of the cookie: applications on one host must not take each other's.</param>
/// <param name="operators">操作者ID of those who may log in.</param>
/// <param name="operatorPassword">The one password of this demonstration.</param>
internal sealed class StaffSessions(string cookie, IReadOnlyCollection<string> operators, string operatorPassword)
{
    private readonly ConcurrentDictionary<string, string> open = new(StringComparer.Ordinal);

    /// <summary>操作者ID of the session, or null.</summary>
    public string? Operator(HttpRequest request) => request.Cookies.TryGetValue(cookie, out var key) ? open.GetValueOrDefault(key) : null;

    /// <returns>False for an unknown operator or a wrong password.</returns>
    public bool Open(HttpResponse response, string operatorId, string password)
    {
        if (!operators.Contains(operatorId) || password != operatorPassword)
        {
            return false;
        }

        var key = RandomNumberGenerator.GetHexString(32, lowercase: true);
        open[key] = operatorId;
        response.Cookies.Append(cookie, key, new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Strict, Path = "/" });
        return true;
    }

    public void Close(HttpRequest request, HttpResponse response)
    {
        if (request.Cookies.TryGetValue(cookie, out var key))
        {
            open.TryRemove(key, out _);
        }

        response.Cookies.Delete(cookie);
    }
}
