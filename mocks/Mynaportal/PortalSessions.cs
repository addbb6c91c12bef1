using System.Buffers.Text;
using System.Security.Cryptography;

namespace Conformance.Mocks;

/// <summary>Sessions of the municipal side. Thread-safe.</summary>
internal sealed class PortalSessions(TimeProvider time, TimeSpan lifetime)
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, DateTimeOffset> sessions = new(StringComparer.Ordinal);

    public (string Session, DateTimeOffset Expires) Open()
    {
        var session = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(24));
        var expires = time.GetUtcNow() + lifetime;
        lock (gate)
        {
            sessions[session] = expires;
        }

        return (session, expires);
    }

    /// <returns>Why the session does not hold; null where it does.</returns>
    public string? Refuse(string? session)
    {
        lock (gate)
        {
            return session is null ? "X-Session がありません。"
                : !sessions.TryGetValue(session, out var expires) ? "X-Session は知らないセッションです。"
                : expires <= time.GetUtcNow() ? "セッションの有効期限が切れています。"
                : null;
        }
    }

    public void End()
    {
        lock (gate)
        {
            foreach (var session in sessions.Keys.ToList())
            {
                sessions[session] = time.GetUtcNow();
            }
        }
    }
}
