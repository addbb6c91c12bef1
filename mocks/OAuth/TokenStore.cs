using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace Conformance.Mocks;

/// <summary>Every token ever issued here, and which of them are still active. Thread-safe.</summary>
internal sealed class TokenStore(TimeProvider time)
{
    private readonly ConcurrentDictionary<string, AccessToken> tokens = new(StringComparer.Ordinal);

    public AccessToken Issue(string clientId, string scope, TimeSpan lifetime)
    {
        var now = time.GetUtcNow();
        // 256 bits that nobody can guess; the run's seed must not be able to tell them.
        var token = new AccessToken(Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32)), clientId, scope, now, now + lifetime);
        tokens[token.Value] = token;
        return token;
    }

    /// <returns>False where the token was never issued here.</returns>
    public bool Expire(string value)
    {
        while (tokens.TryGetValue(value, out var token))
        {
            var now = time.GetUtcNow();
            if (token.ExpiresAt <= now || tokens.TryUpdate(value, token with { ExpiresAt = now }, token))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The token where it is active; null where it is expired or unknown.</summary>
    public AccessToken? Active(string? value) =>
        value is not null && tokens.TryGetValue(value, out var token) && token.ExpiresAt > time.GetUtcNow() ? token : null;

    /// <summary>The token, active or not; null where it was never issued here.</summary>
    public AccessToken? Known(string? value) => value is not null && tokens.TryGetValue(value, out var token) ? token : null;
}
