using iStom.Chat.Domain;
using iStom.Chat.Domain.Tickets;
using iStom.Chat.Server.Contract;
using iStom.Chat.Server.Email;
using iStom.Chat.Server.Email.Mime;
using iStom.Chat.Server.Hosting.Identity;
using iStom.Chat.Server.Storage;
using Npgsql;

namespace iStom.Chat.Server.Mailboxes;

/// <summary>
/// Finds where a mail belongs: by what we have signed ourselves, then by the mails that it answers; never by a number that it names.
/// Whoever is no participant of a ticket opens one of their own, whatever they know of it.
/// </summary>
public sealed class MailPlaces(NpgsqlDataSource database, MailTokens tokens)
{
    /// <summary>Tickets that went on in another one, one after the other; more is no ticket's history.</summary>
    private const int MostMerges = 10;

    private const string SenderSql = "select data, mt_version from mt_doc_visitor where mail_address = $1";

    private const string AnsweredSql = "select data, mt_version from mt_doc_receivedmail where message_id = any($1) and ticket is not null order by id desc limit 1";

    public async Task<MailPlace> FindAsync(IStoreSession session, MailMessage mail, MailAddress sender, CancellationToken cancellation)
    {
        var signed = await tokens.TicketOfAsync(mail, cancellation);
        if (await TicketAsync(session, signed ?? await AnsweredAsync(mail, cancellation), cancellation) is { } ticket
            && await ParticipantAsync(session, ticket.Value, sender, cancellation) is { } participant)
        {
            return new(participant, IsNew: false, ticket, Follows: null);
        }

        var known = await database.ReadDocumentsAsync<Visitor>(SenderSql, [Sql.Of(sender.Key)], cancellation);
        return new(known is [var found] ? found.Value : Create(sender), known.Count == 0, Ticket: null, Follows: signed);
    }

    /// <summary>Whose ticket it is, if they are who this address belongs to as far as anybody knows.</summary>
    private static async Task<Visitor?> ParticipantAsync(IStoreSession session, Ticket ticket, MailAddress sender, CancellationToken cancellation)
    {
        var visitor = (await session.LoadAsync<Visitor>(ticket.Visitor.Value, cancellation))?.Value;
        return visitor is { VerifiedAs: null } && new[] { visitor.MailAddress, visitor.GivenEmail, visitor.Email }.Any(address => MailAddress.TryParse(address, out var known) && known.IsSameMailbox(sender))
            ? visitor
            : null;
    }

    private static async Task<Versioned<Ticket>?> TicketAsync(IStoreSession session, TicketId? id, CancellationToken cancellation)
    {
        var ticket = id is { } first ? await session.LoadAsync<Ticket>(first.Value, cancellation) : null;
        for (var merges = 0; ticket?.Value.MergedInto is { } into && merges < MostMerges; merges++)
        {
            ticket = await session.LoadAsync<Ticket>(into.Value, cancellation);
        }

        return ticket;
    }

    /// <summary>The ticket of an earlier mail that this one says it answers.</summary>
    private async Task<TicketId?> AnsweredAsync(MailMessage mail, CancellationToken cancellation)
    {
        string[] answered = [.. mail.InReplyTo.Concat(mail.References).Select(ReceivedMail.HashOf).Distinct(StringComparer.Ordinal)];
        return answered is [] ? null
            : (await database.ReadDocumentsAsync<ReceivedMail>(AnsweredSql, [Sql.Of(answered)], cancellation)) is [var found] ? found.Value.Ticket : null;
    }

    /// <summary>No browser has their key, and no site vouches for them.</summary>
    private static Visitor Create(MailAddress sender) => new()
    {
        Id = new(Guid.NewGuid()), Conversation = new(Guid.NewGuid()), KeyHash = VisitorKey.Hash(VisitorKey.Create()), Site = "",
        Name = sender.Name.Length > 0 ? sender.Name : null, MailAddress = sender.Key,
    };
}
