using FluentValidation;
using iStom.Chat.Domain;
using iStom.Chat.Domain.Queue;
using iStom.Chat.Domain.Tickets;
using iStom.Chat.Server.Hosting.Commands;
using MediatR;
using NodaTime;

namespace iStom.Chat.Server.Agents;

/// <summary>An agent says whether they are at work. It holds until they say otherwise, over reconnects and sign-ins.</summary>
[AllowStaff]
public sealed record SetAvailability(AgentCaller Caller, Availability Availability) : AgentCommand<Availability>(Caller);

internal sealed class SetAvailabilityValidator : AbstractValidator<SetAvailability>
{
    public SetAvailabilityValidator() => RuleFor(command => command.Availability).IsInEnum().WithErrorCode("unknown-availability");
}

internal sealed class SetAvailabilityHandler(PresenceLeases leases, AgentPresence presence, IClock clock)
    : IRequestHandler<SetAvailability, Decision<Availability>>
{
    public async Task<Decision<Availability>> Handle(SetAvailability request, CancellationToken cancellationToken)
    {
        var (agent, availability) = (request.Caller.Agent, request.Availability);
        if (availability == Availability.PaidDuty && !request.Caller.PaidSupport)
        {
            return TicketRefusals.NotEligible;
        }

        await leases.SetAsync(agent, availability, clock.GetCurrentInstant(), cancellationToken);
        presence.See(new Dictionary<Guid, Availability> { [agent.Value] = availability });
        return availability;
    }
}
