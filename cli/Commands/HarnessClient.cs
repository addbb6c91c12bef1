using Conformance.Mocks;

namespace Conformance.Cli.Commands;

/// <summary>The client that a target is registered as at the authorisation server of the harness, where a person set it up.</summary>
internal static class HarnessClient
{
    public const string IdVariable = "CONFORMANCE_CLIENT_ID";
    public const string SecretVariable = "CONFORMANCE_CLIENT_SECRET";

    /// <summary>Port of the played systems unless another is asked for, so that a target can be set up for it.</summary>
    public const int Port = 8031;

    /// <summary>Where nobody set one up: 32 characters that tell a product nothing of who calls.</summary>
    public static string MadeUpId() => Convert.ToHexStringLower(System.Security.Cryptography.RandomNumberGenerator.GetBytes(16));

    public static string MadeUpSecret() => Convert.ToHexStringLower(System.Security.Cryptography.RandomNumberGenerator.GetBytes(24));

    /// <summary>Null unless both variables are set.</summary>
    public static RegisteredClient? FromEnvironment() =>
        Environment.GetEnvironmentVariable(IdVariable) is { Length: > 0 } id && Environment.GetEnvironmentVariable(SecretVariable) is { Length: > 0 } secret
            ? new RegisteredClient(id, secret, "019", [.. AtenaFunction.Scopes])
            : null;
}
