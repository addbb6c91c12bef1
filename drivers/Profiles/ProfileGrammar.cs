namespace Conformance.Drivers.Profiles;

/// <summary>The keys of each part of a profile, in the order in which they are documented. The JSON Schema is tested against this table.</summary>
internal static class ProfileGrammar
{
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> Keys { get; } = new Dictionary<string, IReadOnlyList<string>>
    {
        ["profile"] = ["product", "standard", "edition", "interface", "parallel", "roles", "class", "environment", "declares", "additions", "not-applicable", "package", "business", "operators", "see", "clock", "waits", "batches", "outputs", "neighbours", "network", "api", "ui"],
        ["product"] = ["name", "version", "vendor", "build"],
        ["build"] = ["get", "on", "read", "match", "scope"],
        ["environment"] = ["kind", "owner", "settings", "window", "rate", "accounts", "sessions", "crawl", "writers", "mask", "state"],
        ["account"] = ["name", "password", "role"],
        ["declares"] = ["functions", "reason"],
        ["addition"] = ["name", "kind", "reason", "operations", "screens"],
        ["parallelEdition"] = ["interface", "edition", "roles", "from", "until", "basis", "api"],
        ["internalLink"] = ["from", "to", "reason", "citation"],
        ["see"] = ["deadline", "interval"],
        ["clock"] = ["warn", "fail"],
        ["waits"] = [],
        ["batches"] = [],
        ["batch"] = ["by", "from", "until", "run", "within"],
        ["outputs"] = [],
        ["output"] = ["folder", "storage", "files", "set", "groups"],
        ["neighbours"] = ["host", "port", "url"],
        ["neighbour"] = ["observed", "file-drop"],
        ["observed"] = ["at", "paths"],
        ["neighbourExchange"] = ["get", "post", "put", "patch", "delete", "scope", "when", "items", "conditions", "answer", "refused"],
        ["neighbourAnswer"] = ["records", "with", "items"],
        ["network"] = ["proxy", "hosts", "certificates"],
        ["proxy"] = ["url", "user", "password", "except"],
        ["certificates"] = [],
        ["certificate"] = ["file", "key", "password"],
        ["rate"] = ["limit", "burst"],
        ["api"] = ["base", "timeout", "tls", "proxy", "auth", "items", "openapi", "user-agent"],
        ["tls"] = ["ca", "min"],
        ["auth"] = ["server", "method", "client", "secret", "scopes"],
        ["apiExchange"] = ["standard", "get", "post", "put", "patch", "delete", "headers", "scope", "with", "body", "conditions", "items", "read", "files", "refused"],
        ["apiConditions"] = ["in", "item", "value", "match", "exact", "partial"],
        ["apiRead"] = ["records", "items"],
        ["apiRefused"] = ["status", "errors", "code", "message"],
        ["ui"] = ["base", "tls", "login", "operators", "items", "as", "timeouts", "trace", "user-agent"],
        ["login"] = ["open", "fill", "press"],
        ["operator"] = ["name", "password", "role"],
        ["timeouts"] = ["page", "action"],
        ["uiExchange"] = ["steps", "open", "in", "row", "fill", "set", "press", "confirm", "absent", "items", "as", "conditions", "read", "refused"],
        ["uiStep"] = ["open", "in", "row", "fill", "set", "conditions", "press", "confirm", "absent"],
        ["uiConditions"] = ["match", "exact", "partial"],
        ["uiRead"] = ["role", "text", "table", "detail", "record", "back", "next", "none", "download", "items", "match"],
        ["uiRefused"] = ["role", "code"],
    };

    /// <summary>Parts in which a key that is not listed is the name of an exchange or an item.</summary>
    public static IReadOnlySet<string> Open { get; } = new HashSet<string> { "api", "ui", "apiRead", "waits", "batches", "outputs", "neighbours", "neighbour", "certificates" };
}
