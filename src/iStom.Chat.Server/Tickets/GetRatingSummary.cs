using iStom.Chat.Domain;
using iStom.Chat.Server.Hosting.Commands;
using iStom.Chat.Server.Hosting.Identity;
using MediatR;
using NodaTime;

namespace iStom.Chat.Server.Tickets;

/// <summary>How each agent's tickets were rated in a period, counted when it is asked.</summary>
/// <param name="Since">From this instant on; null: from the beginning.</param>
/// <param name="Until">Before this one; null: until now.</param>
[AllowStaff(AgentRole.Supervisor)]
public sealed record GetRatingSummary(AgentCaller Caller, Instant? Since, Instant? Until) : AgentCommand<AgentRatings[]>(Caller);

/// <summary>An agent's ratings in a period; agent null: of tickets that nobody has.</summary>
/// <param name="Count">How many tickets were rated.</param>
/// <param name="Average">Of their stars, to two places.</param>
/// <param name="Helped">Of how many of these tickets customers said that it helped; of the others nothing, or <paramref name="DidNotHelp"/>.</param>
/// <param name="DidNotHelp">Of how many that it did not.</param>
public sealed record AgentRatings(Guid? Agent, string? Name, long Count, decimal Average, long Helped, long DidNotHelp);

internal sealed class GetRatingSummaryHandler(RatingReader ratings) : IRequestHandler<GetRatingSummary, Decision<AgentRatings[]>>
{
    public async Task<Decision<AgentRatings[]>> Handle(GetRatingSummary request, CancellationToken cancellationToken) =>
        await ratings.SummariseAsync(request.Since, request.Until, cancellationToken);
}
