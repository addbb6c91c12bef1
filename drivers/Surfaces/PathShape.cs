using System.Text.RegularExpressions;

namespace Conformance.Drivers;

/// <summary>Paths of operations, whatever their parameters are called and wherever the API begins.</summary>
public static partial class PathShape
{
    /// <param name="mapped">From the root of the server.</param>
    /// <param name="described">As the product's description has it: from the root, or from where its API begins.</param>
    public static bool Same(string mapped, string described)
    {
        var (one, other) = (Shape(mapped), Shape(described));
        return one == other || one.EndsWith(other, StringComparison.Ordinal) || other.EndsWith(one, StringComparison.Ordinal);
    }

    /// <summary>A path that can be called: each parameter is a number that nothing has.</summary>
    public static string Callable(string described) => Parameter().Replace(described, "0");

    private static string Shape(string path) => "/" + Parameter().Replace(path.Split('?')[0].Trim('/'), "{}");

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Parameter();
}
