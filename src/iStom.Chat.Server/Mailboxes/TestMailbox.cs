using iStom.Chat.Domain;
using iStom.Chat.Domain.Mail;
using iStom.Chat.Server.Email.Transport;
using iStom.Chat.Server.Hosting.Commands;
using iStom.Chat.Server.Storage;
using MediatR;

namespace iStom.Chat.Server.Mailboxes;

/// <summary>Connects to both servers of a mailbox and signs in; nothing is fetched or sent.</summary>
[AllowStaff(AgentRole.Administrator)]
public sealed record TestMailbox(AgentCaller Caller, MailboxId Mailbox) : AgentCommand<MailboxTest>(Caller);

/// <summary>What came of it, each way; null where there is no server.</summary>
public sealed record MailboxTest(ServerTest? Incoming, ServerTest? Outgoing);

/// <summary>code: why it is of no use, as in the mailbox's health; null: it is. words: what the server said.</summary>
public sealed record ServerTest(string? Code, string? Words);

internal sealed class TestMailboxHandler(IStore store, MailServers servers) : IRequestHandler<TestMailbox, Decision<MailboxTest>>
{
    public async Task<Decision<MailboxTest>> Handle(TestMailbox request, CancellationToken cancellationToken)
    {
        if (await store.OpenSession().LoadAsync<Mailbox>(request.Mailbox.Value, cancellationToken) is not { Value: var box })
        {
            return MailboxRefusals.NotFound;
        }

        return new MailboxTest(
            box.Incoming is { } incoming ? await TryAsync(async () => await (await (await servers.IncomingAsync(box, incoming, cancellationToken)).ConnectAsync(cancellationToken)).DisposeAsync()) : null,
            box.Outgoing is { } outgoing ? await TryAsync(async () => await (await servers.OutgoingAsync(box, outgoing, cancellationToken)).CheckAsync(cancellationToken)) : null);
    }

    private static async Task<ServerTest> TryAsync(Func<Task> act)
    {
        try
        {
            await act();
            return new(Code: null, Words: null);
        }
        catch (MailServerException e)
        {
            return new(e.Reason, e.Words.Length == 0 ? null : e.Words);
        }
    }
}
