using FluentValidation;
using iStom.Chat.Domain;
using iStom.Chat.Domain.Regulation;
using iStom.Chat.Domain.Tickets;
using iStom.Chat.Server.Contract;
using iStom.Chat.Server.Hosting.Commands;
using iStom.Chat.Server.Hosting.Identity;
using MediatR;
using NodaTime;

namespace iStom.Chat.Server.Tickets;

/// <summary>How customers rated the latest resolutions of their tickets, newest first.</summary>
/// <param name="Filter">Which of them.</param>
/// <param name="Before">The last ticket of the page before this one; null for the first page.</param>
/// <param name="Limit">1 to 200.</param>
[AllowStaff(AgentRole.Supervisor)]
public sealed record GetRatings(AgentCaller Caller, RatingFilter Filter, Guid? Before, int Limit) : AgentCommand<RatingPage>(Caller);

/// <summary>agent: who has the ticket; stars: 1 to 5; since: rated from this instant on; until: before this one. Null: any.</summary>
public sealed record RatingFilter(Guid? Agent, int? Stars, Instant? Since, Instant? Until);

/// <summary>next: the <c>before</c> of the next page; null on the last one.</summary>
public sealed record RatingPage(IReadOnlyList<RatingLine> Items, Guid? Next);

/// <summary>A ticket's rating.</summary>
/// <param name="At">When it was rated first.</param>
/// <param name="Comment">Null: none; empty: erased.</param>
/// <param name="Helped">What they said to whether it helped; null: nothing.</param>
/// <param name="Agent">Who has the ticket; null: nobody.</param>
public sealed record RatingLine(Guid Ticket, string Number, RequestKind Kind, Instant At, int Stars, string? Comment, bool? Helped, Guid? Agent, string? AgentName);

internal sealed class GetRatingsValidator : AbstractValidator<GetRatings>
{
    public GetRatingsValidator()
    {
        this.LimitIsSound(query => query.Limit);
        RuleFor(query => query.Filter.Stars).InclusiveBetween(1, TicketFeedback.MostStars).WithErrorCode("rating-out-of-range");
    }
}

internal sealed class GetRatingsHandler(RatingReader ratings) : IRequestHandler<GetRatings, Decision<RatingPage>>
{
    public async Task<Decision<RatingPage>> Handle(GetRatings request, CancellationToken cancellationToken)
    {
        var found = await ratings.ReadAsync(request.Filter, request.Before, request.Limit + 1, cancellationToken);
        return new RatingPage([.. found.Take(request.Limit)], found.Count > request.Limit ? found[request.Limit - 1].Ticket : null);
    }
}
