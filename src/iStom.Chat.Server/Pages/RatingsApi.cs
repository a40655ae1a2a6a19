using iStom.Chat.Server.Contract;
using iStom.Chat.Server.Hosting;
using iStom.Chat.Server.Tickets;
using MediatR;

namespace iStom.Chat.Server.Pages;

/// <summary>What customers say of resolutions, for those who lead.</summary>
internal static class RatingsApi
{
    public static void MapRatings(this IEndpointRouteBuilder desk)
    {
        var api = desk.MapForStaff("/api", "Ratings");
        api.MapGet("/ratings", (HttpContext http, IMediator mediator, Guid? agent, int? stars, DateTimeOffset? since, DateTimeOffset? until, Guid? before, int? limit) =>
            http.AskAsync(mediator, caller => new GetRatings(caller, new(agent, stars, since.AsInstant(), until.AsInstant()), before, limit ?? Transcript.Newest)))
            .Answers<RatingPage>("getRatings", "How customers rated the resolutions of their tickets, newest first, with filters.", "limit-out-of-range", "rating-out-of-range");
        api.MapGet("/ratings/summary", (HttpContext http, IMediator mediator, DateTimeOffset? since, DateTimeOffset? until) =>
            http.AskAsync(mediator, caller => new GetRatingSummary(caller, since.AsInstant(), until.AsInstant())))
            .Answers<AgentRatings[]>("getRatingSummary", "How each agent's tickets were rated in a period.");
    }
}
