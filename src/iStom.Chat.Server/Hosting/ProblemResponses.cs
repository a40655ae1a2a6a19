using Npgsql;

namespace iStom.Chat.Server.Hosting;

/// <summary>
/// Whatever ends in an error without words of its own is answered as problem details with a code: a body that is no JSON,
/// a path that is not there, a bug. Nothing of the exception gets out, and the developer exception page, which would show
/// all of it, is never reached.
/// </summary>
public sealed partial class ProblemResponses(RequestDelegate next, ILogger<ProblemResponses> logger)
{
    public async Task InvokeAsync(HttpContext context)
    {
        try
        {
            await next(context);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            return;
        }
        catch (Exception e) when (!context.Response.HasStarted)
        {
            context.Response.Headers.Remove("Set-Cookie");
            context.Response.ContentType = null;
            context.Response.ContentLength = null;
            context.Response.StatusCode = StatusOf(e);
            if (e is not BadHttpRequestException)
            {
                RequestFailed(logger, context.GetEndpoint()?.DisplayName, e);
            }
        }

        var response = context.Response;
        if (!response.HasStarted && response.StatusCode >= StatusCodes.Status400BadRequest && response.ContentType is null && response.ContentLength is null)
        {
            await Problem.WriteAsync(response, response.StatusCode);
        }
    }

    private static int StatusOf(Exception e) => e switch
    {
        BadHttpRequestException bad => bad.StatusCode,
        NpgsqlException { IsTransient: true } => StatusCodes.Status503ServiceUnavailable,
        _ => StatusCodes.Status500InternalServerError,
    };

    [LoggerMessage(301, LogLevel.Error, "A request to {Endpoint} failed")]
    private static partial void RequestFailed(ILogger logger, string? endpoint, Exception exception);
}
