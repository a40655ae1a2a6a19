using iStom.Chat.Domain;
using iStom.Chat.Server.Contract;
using iStom.Chat.Server.Hosting.Commands;
using iStom.Chat.Server.Storage;
using MediatR;

namespace iStom.Chat.Server.Mailboxes;

/// <summary>Somebody has looked at a mail that was held back: it is in the list no more.</summary>
[AllowStaff(AgentRole.Supervisor)]
public sealed record DismissHeldBack(AgentCaller Caller, Guid Mail) : AgentCommand<Guid>(Caller);

internal sealed class DismissHeldBackHandler(IStore store) : IRequestHandler<DismissHeldBack, Decision<Guid>>
{
    private static readonly Refusal NotFound = new("mail-not-found");

    public async Task<Decision<Guid>> Handle(DismissHeldBack request, CancellationToken cancellationToken)
    {
        var session = store.OpenSession();
        if (await session.LoadAsync<ReceivedMail>(request.Mail, cancellationToken) is not { Value.HeldBack: not null } mail)
        {
            return NotFound;
        }

        if (!mail.Value.IsDealtWith)
        {
            session.Store(mail.Value with { IsDealtWith = true }, mail.Version, mail.Version + 1);
            await session.CommitAsync(cancellationToken);
        }

        return request.Mail;
    }
}
