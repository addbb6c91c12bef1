namespace Conformance.Reference.Office;

/// <summary>Work that was not done, with every reason. Nothing was stored.</summary>
/// <param name="status">HTTP status on the API: 400, 403 or 503.</param>
internal sealed class WorkRefusedException(IReadOnlyList<WorkError> errors, int status = StatusCodes.Status400BadRequest)
    : InvalidOperationException(string.Join(" ", errors.Select(error => error.Message)))
{
    public WorkRefusedException(string code, string message)
        : this([new WorkError(code, message)])
    {
    }

    public IReadOnlyList<WorkError> Errors { get; } = errors;

    public int Status { get; } = status;
}
