namespace Conformance.Reference.Core;

internal static class Answering
{
    /// <summary>A request delegate that writes the result which the answer gives.</summary>
    public static RequestDelegate With(Func<HttpContext, Task<IResult>> answer) => async context =>
    {
        try
        {
            await (await answer(context)).ExecuteAsync(context);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // Who asked has gone; there is nobody to answer.
        }
    };
}
