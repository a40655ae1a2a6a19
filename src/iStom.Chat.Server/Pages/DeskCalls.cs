using iStom.Chat.Domain;
using iStom.Chat.Server.Hosting.Commands;
using iStom.Chat.Server.Hosting.Identity;
using MediatR;
using NodaTime;

namespace iStom.Chat.Server.Pages;

/// <summary>Staff's commands over HTTP: the caller is who is signed in, and a refusal is a problem.</summary>
internal static class DeskCalls
{
    /// <summary>A group of routes for whoever is signed in; writes show the antiforgery token.</summary>
    public static RouteGroupBuilder MapForStaff(this IEndpointRouteBuilder desk, string prefix, string tag) =>
        desk.MapGroup(prefix).WithTags(tag).RequireAuthorization(AccountApi.StaffOnly).RequireAntiforgeryToken();

    /// <summary>200 with what was answered.</summary>
    public static async Task<IResult> AskAsync<T>(this HttpContext http, IMediator mediator, Func<AgentCaller, IRequest<Decision<T>>> command)
    {
        var decision = await mediator.Send(command(http.User.ReadAgent(http)), http.RequestAborted);
        return Answer(decision, value => Results.Json(value));
    }

    /// <summary>204: there is nothing to answer.</summary>
    public static async Task<IResult> TellAsync<T>(this HttpContext http, IMediator mediator, Func<AgentCaller, IRequest<Decision<T>>> command)
    {
        var decision = await mediator.Send(command(http.User.ReadAgent(http)), http.RequestAborted);
        return Answer(decision, _ => Results.NoContent());
    }

    /// <summary>An instant of the query's, or none.</summary>
    public static Instant? AsInstant(this DateTimeOffset? time) => time is { } given ? Instant.FromDateTimeOffset(given) : null;

    /// <summary>The answer, or the refusal as a problem.</summary>
    public static IResult Answer<T>(Decision<T> decision, Func<T, IResult> answer) =>
        decision.Refusal is { } refusal ? Problems.From(refusal) : answer(decision.Value);
}
