using FluentValidation;
using iStom.Chat.Domain;
using iStom.Chat.Domain.Tickets;
using iStom.Chat.Server.Contract;
using iStom.Chat.Server.Hosting.Commands;
using iStom.Chat.Server.Storage;
using MediatR;

namespace iStom.Chat.Server.Tickets;

/// <summary>An older page of the conversation that a ticket belongs to.</summary>
[AllowStaff]
public sealed record GetTicketHistory(AgentCaller Caller, TicketId Ticket, long Before, int Limit) : AgentCommand<Message[]>(Caller);

internal sealed class GetTicketHistoryValidator : AbstractValidator<GetTicketHistory>
{
    public GetTicketHistoryValidator() => this.PageIsSound(query => query.Before, query => query.Limit);
}

internal sealed class GetTicketHistoryHandler(IStore store) : IRequestHandler<GetTicketHistory, Decision<Message[]>>
{
    public async Task<Decision<Message[]>> Handle(GetTicketHistory request, CancellationToken cancellationToken)
    {
        var session = store.OpenSession();
        if (await session.LoadAsync<Ticket>(request.Ticket.Value, cancellationToken) is not { Value: var ticket })
        {
            return TicketRefusals.NotFound;
        }

        var page = await Transcript.BeforeAsync(session, ticket.Conversation.Value, request.Before, request.Limit, cancellationToken);
        return page.ToArray();
    }
}
