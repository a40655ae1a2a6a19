using FluentValidation;
using iStom.Chat.Domain;
using iStom.Chat.Domain.Clinics;
using iStom.Chat.Domain.RemoteSupport;
using iStom.Chat.Domain.Tickets;
using iStom.Chat.Server.Contract;
using iStom.Chat.Server.Hosting.Commands;
using iStom.Chat.Server.Storage;
using MediatR;
using NodaTime;

namespace iStom.Chat.Server.RemoteSupport;

/// <summary>
/// The ticket's agent asks to look at the visitor's screen (§4.1). The visitor gets a card with a code of TeamViewer's, or is asked for the id
/// of their own; whoever is answered by mail gets a letter that has neither.
/// </summary>
/// <param name="Session">Chosen by the agent's browser; the same again gives the same answer.</param>
/// <param name="AsksForId">The visitor gives their own id: where there is no token, or TeamViewer is of no use now.</param>
[AllowStaff]
public sealed record InviteRemoteSession(AgentCaller Caller, TicketId Ticket, RemoteSessionId Session, string? Purpose, bool AsksForId) : AgentCommand<TicketId>(Caller);

internal sealed class InviteRemoteSessionValidator : AbstractValidator<InviteRemoteSession>
{
    public InviteRemoteSessionValidator()
    {
        RuleFor(command => command.Session.Value).NotEmpty().WithErrorCode("id-missing");
        RuleFor(command => command.Purpose).MaximumLength(TicketRemoteSupport.MaxPurposeLength).WithErrorCode("text-too-long");
    }
}

internal sealed class InviteRemoteSessionHandler(IStore store, RemoteSupportBook book, RemoteChange change, RemoteSecrets secrets, ServiceClosing closing, TeamViewerApi service, Letters letters, IClock clock)
    : IRequestHandler<InviteRemoteSession, Decision<TicketId>>
{
    public async Task<Decision<TicketId>> Handle(InviteRemoteSession request, CancellationToken cancellationToken)
    {
        var session = store.OpenSession();
        if (await session.LoadAsync<Ticket>(request.Ticket.Value, cancellationToken) is not { } ticket)
        {
            return TicketRefusals.NotFound;
        }

        if (await session.LoadAsync<RemoteAccess>(request.Session.Value, cancellationToken) is { } used && used.Value.Ticket != request.Ticket)
        {
            return SendRefusals.IdUsed;
        }

        var decision = Decide(ticket.Value, request);
        if (decision.Refusal is { } refusal)
        {
            return refusal;
        }

        if (decision.Value is [] || request.AsksForId)
        {
            return await KeepAsync(request, made: null, cancellationToken);
        }

        var made = await MakeAsync(session, ticket.Value, cancellationToken);
        return made.Refusal is { } unavailable ? unavailable : await KeepAsync(request, made.Value, cancellationToken);
    }

    private Decision<ITicketEvent[]> Decide(Ticket ticket, InviteRemoteSession request) => TicketRemoteSupport.Invite(
        ticket, new(request.Session, request.Caller.Agent, request.Caller.Name, request.Purpose ?? "", request.AsksForId, clock.GetCurrentInstant()));

    /// <summary>Nothing is locked while TeamViewer is waited for.</summary>
    private async Task<Decision<ServiceSession>> MakeAsync(IStoreSession session, Ticket ticket, CancellationToken cancellation)
    {
        var clinic = ticket.Clinic is { } id ? (await session.LoadAsync<Clinic>(id.Value, cancellation))?.Value.Name : null;
        return book.IsSetUp ? await service.TryCreateAsync(ticket.Number, clinic ?? ticket.Number, cancellation) : TeamViewerRefusals.NotSetUp;
    }

    /// <summary>Decides anew on the ticket as it is by now, until nobody was faster. A session that is not to be is closed.</summary>
    private async Task<Decision<TicketId>> KeepAsync(InviteRemoteSession request, ServiceSession? made, CancellationToken cancellation)
    {
        for (var last = 20; ; last--)
        {
            var session = store.OpenSession();
            var ticket = (await session.LoadAsync<Ticket>(request.Ticket.Value, cancellation))!;
            var decision = Decide(ticket.Value, request);
            if (decision.Refusal is not null || decision.Value is [])
            {
                await closing.CloseAsync(request.Session, request.Ticket, made, cancellation);
                return decision.Refusal is { } refusal ? refusal : request.Ticket;
            }

            await change.AppendAsync(session, ticket, decision.Value, cancellation);
            session.Store(AccessOf(request, made), StreamVersion.None, 1);
            letters.LeaveInvitation(session, ticket.Value, request.Session, clock.GetCurrentInstant());
            try
            {
                await session.CommitAsync(cancellation);
                return request.Ticket;
            }
            catch (ConcurrencyConflictException) when (last > 0)
            {
                // Somebody wrote on the ticket meanwhile.
            }
        }
    }

    private RemoteAccess AccessOf(InviteRemoteSession request, ServiceSession? made)
    {
        var limit = clock.GetCurrentInstant() + book.Limit;
        var until = made?.ValidUntil is { } end && end < limit ? end : limit;
        return new(request.Session, request.Ticket, made is null ? null : secrets.Seal(request.Session, RemoteSecret.Of(made)), until);
    }
}
