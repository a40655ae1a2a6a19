using iStom.Chat.Domain;
using iStom.Chat.Domain.Mail;
using iStom.Chat.Server.Contract;
using iStom.Chat.Server.Hosting.Commands;
using iStom.Chat.Server.Storage;
using iStom.Chat.Server.Storage.Changes;
using MediatR;
using NodaTime;

namespace iStom.Chat.Server.Mailboxes;

/// <summary>A mailbox is used no more: its secrets are gone, its tickets stay, and are answered through another mailbox.</summary>
/// <param name="Version">The one that was read.</param>
[AllowStaff(AgentRole.Administrator)]
public sealed record RemoveMailbox(AgentCaller Caller, MailboxId Mailbox, long Version) : AgentCommand<MailboxId>(Caller);

internal sealed class RemoveMailboxHandler(IStore store, IClock clock) : IRequestHandler<RemoveMailbox, Decision<MailboxId>>
{
    public async Task<Decision<MailboxId>> Handle(RemoveMailbox request, CancellationToken cancellationToken)
    {
        var session = store.OpenSession();
        if (await session.LoadAsync<Mailbox>(request.Mailbox.Value, cancellationToken) is not { } before)
        {
            return MailboxRefusals.NotFound;
        }

        if (before.Version != request.Version)
        {
            return ChangeRefusals.ChangedMeanwhile;
        }

        session.Change(new MailboxChanged(before.Value, After: null, request.Caller.Made(clock.GetCurrentInstant())), before.Version);
        MailSecrets.Forget(session, request.Mailbox);
        session.Delete<MailboxHealth>(request.Mailbox.Value, StreamVersion.Any);
        await session.CommitAsync(cancellationToken);
        return request.Mailbox;
    }
}
