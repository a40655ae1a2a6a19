using iStom.Chat.Domain;
using iStom.Chat.Domain.Clinics;
using iStom.Chat.Domain.Conversations;
using iStom.Chat.Domain.Development;
using iStom.Chat.Domain.Tickets;
using iStom.Chat.Server.Contract;
using iStom.Chat.Server.Hosting.Commands;
using iStom.Chat.Server.Storage;
using MediatR;
using NodaTime;

namespace iStom.Chat.Server.Development;

/// <summary>One customer is told of a version, in their conversation, and by mail where it is answered so. They were told, or wait for something else by now: nothing new.</summary>
[AllowDesk]
public sealed record TellOfRelease(ProgramRelease Release, TicketId Ticket) : ICommand, IRequest<Decision<TicketId>>
{
    Caller ICommand.By => DeskCaller.Itself;
}

internal sealed class TellOfReleaseHandler(IStore store, Letters letters, IClock clock) : IRequestHandler<TellOfRelease, Decision<TicketId>>
{
    public async Task<Decision<TicketId>> Handle(TellOfRelease request, CancellationToken cancellationToken)
    {
        var (session, now, release) = (store.OpenSession(), clock.GetCurrentInstant(), request.Release);
        if (await session.LoadAsync<Ticket>(request.Ticket.Value, cancellationToken) is not { Value: { DevelopmentItem: { } item } } ticket || !release.Items.Contains(item))
        {
            return request.Ticket;
        }

        var told = TicketEnding.TellOfRelease(ticket.Value, release.Id, release.Version, now).Value;
        if (told is [])
        {
            return request.Ticket;
        }

        var (thread, message) = (ticket.Value.Conversation.Value, new MessageId(NameBasedId.Of(request.Ticket.Value, release.Id.Value)));
        var clinic = ticket.Value.Clinic is { } id ? (await session.LoadAsync<Clinic>(id.Value, cancellationToken))?.Value : null;
        var text = release.TextFor(ticket.Value.Number, clinic?.ProductVersion);
        session.Append(request.Ticket.Value, ticket, told);
        session.Append(thread, await session.LoadAsync<Conversation>(thread, cancellationToken), [new CustomerInformed(message, request.Ticket, ticket.Value.Number, TicketNotice.NewVersion, text, now)]);
        letters.LeaveNotice(session, ticket.Value, message, now);
        await session.CommitAsync(cancellationToken);
        return request.Ticket;
    }
}
