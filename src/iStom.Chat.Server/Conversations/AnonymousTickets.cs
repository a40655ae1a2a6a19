using iStom.Chat.Domain;
using iStom.Chat.Domain.Conversations;
using iStom.Chat.Domain.Tickets;
using iStom.Chat.Server.Hosting.Identity;
using iStom.Chat.Server.Storage;
using NodaTime;
using Npgsql;

namespace iStom.Chat.Server.Conversations;

/// <summary>
/// What a browser asked before a site said who writes: its tickets go on in the user's one thread, so that the answers reach
/// them. Its messages stay where they are; staff see them on the ticket.
/// </summary>
public sealed class AnonymousTickets(NpgsqlDataSource database)
{
    private const string OpenSql = "select id from mt_doc_ticket where visitor = $1 and status <> 'Closed' order by number";

    /// <summary>Adds what changes to the session. What was written as another user of the same browser is not touched.</summary>
    public async Task LinkAsync(IStoreSession session, Visitor browser, Visitor user, Instant now, CancellationToken cancellation)
    {
        if (browser.Conversation == user.Conversation || (browser.VerifiedAs is { } other && other != user.Id))
        {
            return;
        }

        var told = new List<IConversationEvent>();
        foreach (var id in await OpenAsync(browser.Id, cancellation))
        {
            var ticket = (await session.LoadAsync<Ticket>(id, cancellation))!;
            var linked = TicketLinking.Link(ticket.Value, user.Conversation, user.Id, user.Clinic, now);
            session.Append(id, ticket, linked);
            told.AddRange(linked.Select(_ => new TicketAnnounced(ticket.Value.Id, ticket.Value.Number, TicketNotice.Opened, now)));
        }

        if (told.Count > 0)
        {
            var thread = await session.LoadAsync<Conversation>(user.Conversation.Value, cancellation);
            IConversationEvent[] begin = thread is null ? [new ConversationStarted(user.Conversation, user.Id, browser.Site, now)] : [];
            session.Append(user.Conversation.Value, thread, [.. begin, .. told]);
        }
    }

    private async Task<IReadOnlyList<Guid>> OpenAsync(VisitorId browser, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(OpenSql);
        command.Parameters.Add(Sql.Of(browser.Value));
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var ids = new List<Guid>();
        while (await reader.ReadAsync(cancellation))
        {
            ids.Add(reader.GetGuid(0));
        }

        return ids;
    }
}
