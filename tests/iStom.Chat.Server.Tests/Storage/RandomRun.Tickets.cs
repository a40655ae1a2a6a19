using iStom.Chat.Server.Mailboxes;
using iStom.Chat.Domain.Development;
using iStom.Chat.Domain.Mail;
using System.Text;
using iStom.Chat.Domain;
using iStom.Chat.Domain.Manual;
using iStom.Chat.Domain.Regulation;
using iStom.Chat.Server.Attachments;
using iStom.Chat.Server.Contract;
using iStom.Chat.Server.Conversations;
using iStom.Chat.Server.Hosting.Commands;
using iStom.Chat.Server.RemoteSupport;
using iStom.Chat.Server.Tickets;
using MediatR;

namespace iStom.Chat.Server.Tests.Storage;

/// <content>How tickets come into being, and which one a command is about.</content>
internal sealed partial class RandomRun
{
    private readonly Dictionary<VisitorId, Guid> _files = [];

    private async Task<bool> StartAsync()
    {
        if (_visitors.Count >= 6)
        {
            return true;
        }

        var started = await SendAsync(new StartSession("i-stom", Key: null));
        await using var command = server.Database.CreateCommand("select (data ->> 'Conversation')::uuid from mt_doc_visitor where id = $1");
        command.Parameters.Add(new Npgsql.NpgsqlParameter<Guid> { TypedValue = started.Value.Visitor.Value });
        _visitors.Add(new(started.Value.Visitor, new((Guid)(await command.ExecuteScalarAsync())!), Language.Russian));
        return true;
    }

    private async Task<bool> PostAsync()
    {
        var kind = _random.Next(2) == 0 ? (RequestKind?)null : Kind();
        var article = (await AnyAsync<Article>()).Document;
        var visitor = Visitor();
        var posted = await SendAsync(new PostMessage(visitor, Message(), "Вопрос", kind, ReplyTo: null, article is null ? null : [new(article.Id.Value, Read: true)], Consent: _random.Next(2) == 0, Uploaded(visitor)));
        lock (_tickets)
        {
            if (posted.Refusal is null && !_tickets.Contains(posted.Value.Ticket))
            {
                _tickets.Add(posted.Value.Ticket);
            }
        }

        return posted.Refusal is null;
    }

    /// <summary>A visitor whose ticket an agent has just resolved, if both could do their part.</summary>
    private async Task<VisitorCaller> WhoseIsResolvedAsync()
    {
        var (visitor, agent) = (Visitor(), Agent());
        var posted = await SendAsync(new PostMessage(visitor, Message(), "Вопрос", Kind: null, ReplyTo: null));
        if (posted.Refusal is null)
        {
            await GiveAsync(new TakeTicket(agent, posted.Value.Ticket));
            await GiveAsync(new ReplyToTicket(agent, Message(), posted.Value.Ticket, "Ответ"));
            await GiveAsync(new ResolveTicket(agent, posted.Value.Ticket));
        }

        return visitor;
    }

    private sealed record Invited(VisitorCaller Visitor, AgentCaller Agent, TicketId Ticket, RemoteSessionId Session);

    /// <summary>A visitor whom an agent has just invited to remote support; null where one of them could not do their part.</summary>
    private async Task<Invited?> InvitedAsync()
    {
        var (visitor, agent, session) = (Visitor(), Agent(), new RemoteSessionId(Guid.NewGuid()));
        var posted = await SendAsync(new PostMessage(visitor, Message(), "Вопрос", Kind: null, ReplyTo: null));
        if (posted.Refusal is not null)
        {
            return null;
        }

        await GiveAsync(new TakeTicket(agent, posted.Value.Ticket));
        return await GiveAsync(new InviteRemoteSession(agent, posted.Value.Ticket, session, "Печать", AsksForId: true)) ? new(visitor, agent, posted.Value.Ticket, session) : null;
    }

    private async Task<bool> WithInvitedAsync(Func<Invited, Task<bool>> command) => await InvitedAsync() is { } invited && await command(invited);

    private Task<bool> GivesIdAsync(Invited invited) => GiveAsync(new GiveRemoteAccess(invited.Visitor, invited.Session, "123456789", Password: null));

    private async Task<bool> UploadAsync()
    {
        var (visitor, file) = (Visitor(), File());
        var uploaded = await SendAsync(new UploadVisitorFile(visitor, file));
        lock (_files)
        {
            _files[visitor.Visitor] = file.Id.Value;
        }

        return uploaded.Refusal is null;
    }

    /// <summary>The visitor's latest file, perhaps for the second time.</summary>
    private Guid[]? Uploaded(VisitorCaller visitor)
    {
        lock (_files)
        {
            return _random.Next(2) == 0 && _files.TryGetValue(visitor.Visitor, out var file) ? [file] : null;
        }
    }

    private static IncomingFile File() => new(new(Guid.NewGuid()), "снимок.txt", new MemoryStream("Снимок"u8.ToArray()));

    private static DevelopmentItem NewItem() => new(new(Guid.NewGuid()), "Касса", "", DevelopmentSeverity.Normal, DevelopmentState.Planned, PlannedVersion: null, Link: null, ExternalKey: null);

    private static ProgramRelease NewRelease(DevelopmentItemId item) => new(new(Guid.NewGuid()), "7.6", [item], new("Вышла {version}", "{version} is out"), new("", ""));

    private static Mailbox NewMailbox() =>
        new(new(Guid.NewGuid()), $"{Guid.NewGuid():N}@example.org", new("Поддержка", "Support"), Language.Russian, Incoming: null, "INBOX", Outgoing: null, IsPaused: false, HandOverHint: null);

    /// <summary>Of one of a few, perhaps in answer to an earlier one.</summary>
    private Task<bool> ReceiveMailAsync() => GiveAsync(new ReceiveMail(
        new(new(Guid.NewGuid())),
        Encoding.UTF8.GetBytes($"From: {_random.Next(3)}@example.org\r\nMessage-ID: <{_random.Next(40)}@example.org>\r\nIn-Reply-To: <{_random.Next(40)}@example.org>\r\nSubject: Mail\r\n\r\nText"),
        server.Clock.GetCurrentInstant()));

    private async Task<bool> SplitAsync()
    {
        await using var command = server.Database.CreateCommand("select (data ->> 'Ticket')::uuid, (data ->> 'Message')::uuid from mt_events where type = 'visitor_wrote' order by random() limit 1");
        var (ticket, message) = (Ticket(), Message());
        await using (var reader = await command.ExecuteReaderAsync())
        {
            if (await reader.ReadAsync())
            {
                (ticket, message) = (new(reader.GetGuid(0)), new(reader.GetGuid(1)));
            }
        }

        return await OpensAsync(id => new SplitTicket(Agent(), ticket, id, [message], Kind(), _random.Next(2) == 0));
    }

    private async Task<bool> OpenForCustomerAsync()
    {
        VisitorId? visitor = _random.Next(2) == 0 ? null : Visitor().Visitor;
        return await OpensAsync(id => new OpenForCustomer(Agent(), id, new(Clinic: null, visitor, "Кто-то", Phone: null), Kind(), "Звонок", _random.Next(2) == 0));
    }

    private async Task<bool> OpensAsync(Func<TicketId, IRequest<Decision<TicketId>>> command)
    {
        var opened = await SendAsync(command(new(Guid.CreateVersion7())));
        lock (_tickets)
        {
            if (opened.Refusal is null)
            {
                _tickets.Add(opened.Value);
            }
        }

        return opened.Refusal is null;
    }

    /// <summary>One of the newest, so that commands meet on it and each finds its turn.</summary>
    private TicketId Ticket()
    {
        const int Newest = 5;
        lock (_tickets)
        {
            return _tickets.Count == 0 ? new(Guid.NewGuid()) : _tickets[^(1 + _random.Next(Math.Min(Newest, _tickets.Count)))];
        }
    }
}
