namespace Conformance.Reference.Core.Work;

/// <summary>Work that was not done, with every reason. Nothing was stored.</summary>
/// <param name="Failed">True where nobody is to blame who asked: the neighbour is down or unreadable (HTTP 503 on the API).</param>
internal sealed class RefusedWorkException(IReadOnlyList<WorkError> errors, bool failed = false)
    : InvalidOperationException(string.Join(" ", errors.Select(error => error.Message)))
{
    public RefusedWorkException(string code, string message)
        : this([new WorkError(code, message)])
    {
    }

    public IReadOnlyList<WorkError> Errors { get; } = errors;

    public bool Failed { get; } = failed;
}
