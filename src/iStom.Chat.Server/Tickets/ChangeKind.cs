using FluentValidation;
using iStom.Chat.Domain;
using iStom.Chat.Domain.Regulation;
using iStom.Chat.Domain.Tickets;
using iStom.Chat.Server.Hosting;
using iStom.Chat.Server.Hosting.Commands;
using iStom.Chat.Server.Storage;
using MediatR;
using NodaTime;

namespace iStom.Chat.Server.Tickets;

/// <summary>A member of the staff says what kind of request it is; level, promise and lane follow.</summary>
/// <param name="Caller">Who says so.</param>
/// <param name="Ticket">Of which ticket.</param>
/// <param name="Kind">The kind from now on.</param>
/// <param name="Reason">Why, for colleagues; null where the kind says it all.</param>
[AllowStaff]
public sealed record ChangeKind(AgentCaller Caller, TicketId Ticket, RequestKind Kind, string? Reason) : AgentCommand<TicketId>(Caller);

internal sealed class ChangeKindValidator : AbstractValidator<ChangeKind>
{
    public ChangeKindValidator() => RuleFor(command => command.Kind).IsInEnum().WithErrorCode("unknown-kind");
}

internal sealed class ChangeKindHandler(IStore store, LiveRegulation regulation, IClock clock) : IRequestHandler<ChangeKind, Decision<TicketId>>
{
    public Task<Decision<TicketId>> Handle(ChangeKind request, CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        return store.ChangeTicketAsync(
            request.Ticket,
            ticket => TicketClassification.ChangeKind(ticket, request.Kind, request.Caller.Agent, regulation.For(ticket, now), now, request.Reason),
            cancellationToken);
    }
}
