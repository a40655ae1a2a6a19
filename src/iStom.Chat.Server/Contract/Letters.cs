using iStom.Chat.Domain;
using iStom.Chat.Domain.Mail;
using iStom.Chat.Domain.Tickets;
using iStom.Chat.Server.Hosting;
using iStom.Chat.Server.Storage;
using iStom.Chat.Server.Storage.Changes;
using Microsoft.Extensions.Options;
using NodaTime;

namespace iStom.Chat.Server.Contract;

/// <summary>What leaves by mail, as an outbox message in the transaction of what it tells: so nothing is told that was not stored.</summary>
public sealed class Letters(LiveDocuments<Mailbox> boxes, IOptions<MailOptions> options)
{
    /// <summary>Names the outbox's handler.</summary>
    public const string Kind = "mail";

    /// <summary>
    /// An answer to whoever wrote by mail leaves at once. In the chat it has its visitor's time to be read there; whoever has not by then, and
    /// gave an address, gets it by mail.
    /// </summary>
    public void LeaveReply(IStoreSession session, Ticket ticket, MessageId message, Instant now)
    {
        if (ticket.Channel == Channel.Email)
        {
            Leave(session, new(LetterKind.Reply, ticket.Id, ticket.Number, message), now);
        }
        else if (boxes.All.Any(box => box.Outgoing is not null))
        {
            Leave(session, new(LetterKind.Reply, ticket.Id, ticket.Number, message), now + Duration.FromSeconds(options.Value.ReadingSeconds));
        }
    }

    /// <summary>That a mail came in, with the ticket's number and deadline; one for each ticket.</summary>
    public void LeaveAcknowledgement(IStoreSession session, TicketId ticket, string number, Instant now)
    {
        if (boxes.All.Any(box => box.Outgoing is not null))
        {
            Leave(session, new(LetterKind.Acknowledgement, ticket, number, Message: null), now);
        }
    }

    private static void Leave(IStoreSession session, Letter letter, Instant due) =>
        session.Enqueue(new(NameBasedId.Of(letter.Ticket.Value, $"{letter.Kind} {letter.Message?.Value}"), Kind, letter, due, letter.Ticket.Value));
}

/// <summary>A mail of ours that is to leave.</summary>
/// <param name="Number">The ticket's, for people who look at what is parked.</param>
/// <param name="Message">The answer that it carries; null for an acknowledgement.</param>
public sealed record Letter(LetterKind Kind, TicketId Ticket, string Number, MessageId? Message);

/// <summary>What a mail of ours is. The names are stored.</summary>
public enum LetterKind
{
    /// <summary>An agent's answer.</summary>
    Reply,

    /// <summary>That a mail came in.</summary>
    Acknowledgement,
}
