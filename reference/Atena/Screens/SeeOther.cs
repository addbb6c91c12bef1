namespace Conformance.Reference.Atena.Screens;

/// <summary>303: the browser goes on to another page with GET, so that reloading it writes nothing again.</summary>
internal sealed record SeeOther(string Address) : IResult
{
    /// <inheritdoc/>
    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.StatusCode = StatusCodes.Status303SeeOther;
        httpContext.Response.Headers.Location = Address;
        return Task.CompletedTask;
    }
}
