using iStom.Chat.Domain;
using iStom.Chat.Domain.Alarms;
using iStom.Chat.Domain.Mail;
using iStom.Chat.Domain.Tickets;
using iStom.Chat.Server.Storage;
using iStom.Chat.Server.Storage.Changes;
using NodaTime;

namespace iStom.Chat.Server.Contract;

/// <summary>What leaves by mail, as an outbox message in the transaction of what it tells: so nothing is told that was not stored.</summary>
public sealed class Letters(LiveDocuments<Mailbox> boxes, MailSettingsBook settings)
{
    /// <summary>Names the outbox's handler.</summary>
    public const string Kind = "mail";

    /// <summary>
    /// An answer to whoever wrote by mail leaves at once. In the chat it has its visitor's time to be read there; whoever has not by then, and
    /// gave an address, gets it by mail.
    /// </summary>
    public void LeaveReply(IStoreSession session, Ticket ticket, MessageId message, Instant now) => LeaveMessage(session, LetterKind.Reply, ticket, message, now);

    /// <summary>That a mail came in, with the ticket's number and deadline; one for each ticket.</summary>
    public void LeaveAcknowledgement(IStoreSession session, TicketId ticket, string number, Instant now)
    {
        if (boxes.All.Any(box => box.Outgoing is not null))
        {
            Leave(session, new(LetterKind.Acknowledgement, ticket, number, Message: null), now);
        }
    }

    /// <summary>An alarm, each time that it is told: a mail to each whom its route names, so that one who cannot be reached keeps it from nobody else.</summary>
    public static void LeaveAlarm(IStoreSession session, Alarm alarm, AlarmSettings settings, Instant now)
    {
        foreach (var to in settings.RouteOf(alarm.Kind).Mail ? settings.MailTo : [])
        {
            var told = new ToldAlarm(alarm.Id, alarm.Times, to);
            session.Enqueue(new(told.MailId, Kind, new Letter(LetterKind.Alarm, alarm.Ticket, alarm.Number, Message: null) { Alarm = told }, now, alarm.Ticket.Value));
        }
    }

    /// <summary>What we tell by ourselves of a ticket: as an answer, to whoever writes by mail, or has not read it in the chat by then.</summary>
    public void LeaveNotice(IStoreSession session, Ticket ticket, MessageId message, Instant now) => LeaveMessage(session, LetterKind.Notice, ticket, message, now);

    /// <summary>That an agent invites to remote support, and where; at the same time as an answer would leave. There is no code in it.</summary>
    public void LeaveInvitation(IStoreSession session, Ticket ticket, RemoteSessionId invitation, Instant now) => LeaveMessage(session, LetterKind.Invitation, ticket, new(invitation.Value), now);

    private void LeaveMessage(IStoreSession session, LetterKind kind, Ticket ticket, MessageId message, Instant now)
    {
        if (ticket.Channel == Channel.Email)
        {
            Leave(session, new(kind, ticket.Id, ticket.Number, message), now);
        }
        else if (boxes.All.Any(box => box.Outgoing is not null))
        {
            Leave(session, new(kind, ticket.Id, ticket.Number, message), now + settings.ReadingTime);
        }
    }

    private static void Leave(IStoreSession session, Letter letter, Instant due) =>
        session.Enqueue(new(NameBasedId.Of(letter.Ticket.Value, $"{letter.Kind} {letter.Message?.Value}"), Kind, letter, due, letter.Ticket.Value));
}

/// <summary>A mail of ours that is to leave.</summary>
/// <param name="Number">The ticket's, for people who look at what is parked.</param>
/// <param name="Message">The entry of the conversation that it carries; null for an acknowledgement and an alarm.</param>
public sealed record Letter(LetterKind Kind, TicketId Ticket, string Number, MessageId? Message)
{
    /// <summary>Of an alarm, which one.</summary>
    public ToldAlarm? Alarm { get; init; }
}

/// <summary>An alarm, as one of those whom it is for is told.</summary>
/// <param name="Times">Which time: what was told anew since is not told any more.</param>
/// <param name="To">Whom.</param>
public sealed record ToldAlarm(AlarmId Alarm, int Times, string To)
{
    /// <summary>The same for the same telling to the same address.</summary>
    public Guid MailId => NameBasedId.Of(Alarm.Value, $"{Times} {To}");
}

/// <summary>What a mail of ours is. The names are stored.</summary>
public enum LetterKind
{
    /// <summary>An agent's answer.</summary>
    Reply,

    /// <summary>That a mail came in.</summary>
    Acknowledgement,

    /// <summary>To staff: that somebody has to look at a ticket.</summary>
    Alarm,

    /// <summary>What we tell by ourselves of a ticket that goes on.</summary>
    Notice,

    /// <summary>That an agent invites to remote support.</summary>
    Invitation,
}
