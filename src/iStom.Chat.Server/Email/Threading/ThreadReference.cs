using iStom.Chat.Domain;
using iStom.Chat.Server.Email.Mime;

namespace iStom.Chat.Server.Email.Threading;

/// <summary>Something in a mail that says to which ticket it may belong.</summary>
/// <param name="Source">Where it stood.</param>
/// <param name="Ticket">By our own token: only we can have written it. Nothing for a foreign id.</param>
/// <param name="MessageId">An id of somebody else, to be looked up among the mails that came in: anybody can have written it.</param>
public sealed record ThreadReference(ThreadSource Source, TicketId? Ticket, string? MessageId)
{
    /// <summary>
    /// All there are, the surest first: our tokens in the addresses it was sent to, in In-Reply-To, in References, the newest
    /// first; then foreign ids in the same order. Nothing is ever read out of the subject: anybody can write a number there.
    /// </summary>
    public static IReadOnlyList<ThreadReference> Of(MailMessage mail, ReplyTokens tokens)
    {
        var ids = mail.InReplyTo.Select(id => (Source: ThreadSource.InReplyTo, Id: id))
            .Concat(mail.References.Reverse().Select(id => (Source: ThreadSource.References, Id: id))).DistinctBy(known => known.Id, StringComparer.Ordinal).ToArray();
        var ours = ids.Select(known => (known.Source, known.Id, Ticket: tokens.TicketOf(known.Id))).ToArray();
        return
        [
            .. mail.To.Concat(mail.Cc).Concat(mail.DeliveredTo).Select(tokens.TicketOf).OfType<TicketId>().Distinct().Select(ticket => new ThreadReference(ThreadSource.ReplyAddress, ticket, null)),
            .. ours.Where(known => known.Ticket is not null).Select(known => new ThreadReference(known.Source, known.Ticket, known.Id)),
            .. ours.Where(known => known.Ticket is null).Select(known => new ThreadReference(known.Source, null, known.Id)),
        ];
    }
}
