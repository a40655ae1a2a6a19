using FluentValidation;
using iStom.Chat.Domain;
using iStom.Chat.Domain.Phone;
using iStom.Chat.Domain.Tickets;
using iStom.Chat.Server.Contract;
using iStom.Chat.Server.Hosting.Commands;
using iStom.Chat.Server.Storage;
using MediatR;
using NodaTime;

namespace iStom.Chat.Server.Tickets;

/// <summary>A call about a ticket is noted (§3.3), for staff alone; an outgoing one that reached the customer is the reaction. Any agent may note one.</summary>
/// <param name="Id">Chosen by the caller; the same again gives the same answer.</param>
/// <param name="Number">With whom; null where it was withheld.</param>
/// <param name="Reached">Whether the customer was spoken to.</param>
/// <param name="Learnt">What of it is to be remembered; may be empty where nobody was reached.</param>
/// <param name="Seconds">How long it lasted; null where nobody says.</param>
/// <param name="Call">The exchange's record of it, which no desk need show any more; null: there is none.</param>
[AllowStaff]
public sealed record LogCall(AgentCaller Caller, MessageId Id, TicketId Ticket, CallDirection Direction, string? Number, bool Reached, string Learnt, int? Seconds, Guid? Call)
    : AgentCommand<TicketId>(Caller);

internal sealed class LogCallValidator : AbstractValidator<LogCall>
{
    public LogCallValidator()
    {
        RuleFor(command => command.Id.Value).NotEmpty().WithErrorCode("id-missing");
        RuleFor(command => command.Direction).IsInEnum().WithErrorCode("unknown-direction");
        RuleFor(command => command.Number).MaximumLength(PhoneNumber.LongestText).WithErrorCode("text-too-long");
    }
}

internal sealed class LogCallHandler(IStore store, IClock clock) : IRequestHandler<LogCall, Decision<TicketId>>
{
    public async Task<Decision<TicketId>> Handle(LogCall request, CancellationToken cancellationToken)
    {
        var (session, now, stream) = (store.OpenSession(), clock.GetCurrentInstant(), request.Ticket.Value);
        if (await session.FindEventAsync(NameBasedId.Of(stream, request.Id.Value), cancellationToken) is { } stored)
        {
            return stored.Data is CallLogged first && first.Agent == request.Caller.Agent ? request.Ticket : SendRefusals.IdUsed;
        }

        if (await session.LoadAsync<Ticket>(stream, cancellationToken) is not { } ticket)
        {
            return TicketRefusals.NotFound;
        }

        var call = await session.SettleCallAsync(request.Call, request.Ticket, cancellationToken);
        if (call.Refusal is { } unknown)
        {
            return unknown;
        }

        var number = string.IsNullOrWhiteSpace(request.Number) ? null : request.Number;
        var decision = TicketCalls.Log(ticket.Value, new(
            request.Id, request.Caller.Agent, request.Caller.Name, request.Direction, number, request.Reached, request.Learnt,
            call.Value?.At ?? now - Duration.FromSeconds(request.Seconds ?? 0), now, request.Seconds));
        if (decision.Refusal is { } refusal)
        {
            return refusal;
        }

        session.Append(stream, ticket, decision.Value);
        await session.CommitAsync(cancellationToken);
        return request.Ticket;
    }
}
