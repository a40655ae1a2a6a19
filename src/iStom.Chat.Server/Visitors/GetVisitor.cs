using iStom.Chat.Domain;
using iStom.Chat.Server.Contract;
using iStom.Chat.Server.Hosting.Commands;
using iStom.Chat.Server.Storage;
using iStom.Chat.Server.Storage.Changes;
using iStom.Chat.Domain.Conversations;
using MediatR;
using NodaTime;

namespace iStom.Chat.Server.Visitors;

/// <summary>Everything that is known of a visitor but their tickets. Refuses <c>visitor-not-found</c>.</summary>
[AllowStaff]
public sealed record GetVisitor(AgentCaller Caller, VisitorId Visitor) : AgentCommand<VisitorCard>(Caller);

internal sealed class GetVisitorHandler(VisitorReader visitors, LiveDocuments<VisitorBlock> blocks, TicketMapper tickets, IClock clock) : IRequestHandler<GetVisitor, Decision<VisitorCard>>
{
    public async Task<Decision<VisitorCard>> Handle(GetVisitor request, CancellationToken cancellationToken)
    {
        if (await visitors.FindAsync(request.Visitor, cancellationToken) is not { } known)
        {
            return VisitorRefusals.NotFound;
        }

        var (visitor, now) = (known.Visitor, clock.GetCurrentInstant());
        var block = blocks.Find(BlockBook.IdOf(visitor.Conversation));
        return new VisitorCard(
            visitor.Id.Value, visitor.Name, visitor.Email, visitor.Phone, Verified: visitor.Clinic is not null, known.Clinic is { } clinic ? tickets.ToView(clinic, now) : null,
            known.Sites, known.FirstWrote, known.VerifiedAs, block?.Value.HoldsAt(now) == true ? BlockView.Of(block) : null, block?.Version ?? StreamVersion.None,
            visitor.GivenEmail, visitor.GivenPhone, known.ConsentAt);
    }
}
