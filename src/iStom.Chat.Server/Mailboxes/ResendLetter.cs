using iStom.Chat.Domain;
using iStom.Chat.Server.Hosting.Commands;
using iStom.Chat.Server.Storage.Outbox;
using MediatR;
using NodaTime;

namespace iStom.Chat.Server.Mailboxes;

/// <summary>A mail that was parked is tried again, with all its tries.</summary>
[AllowStaff(AgentRole.Supervisor)]
public sealed record ResendLetter(AgentCaller Caller, Guid Letter) : AgentCommand<Guid>(Caller);

internal sealed class ResendLetterHandler(OutboxQueue outbox, IClock clock) : IRequestHandler<ResendLetter, Decision<Guid>>
{
    private static readonly Refusal NotFound = new("delivery-not-found");

    public async Task<Decision<Guid>> Handle(ResendLetter request, CancellationToken cancellationToken) =>
        await outbox.ResendAsync(request.Letter, clock.GetCurrentInstant(), cancellationToken) ? request.Letter : NotFound;
}
