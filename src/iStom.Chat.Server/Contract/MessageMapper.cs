using iStom.Chat.Domain;
using iStom.Chat.Domain.Conversations;
using iStom.Chat.Server.Storage;

namespace iStom.Chat.Server.Contract;

/// <summary>Events of a conversation as both sides see them. Everything in that stream may be shown to its visitor.</summary>
public static class MessageMapper
{
    public static Message ToMessage(this StoredEvent stored)
    {
        var entry = new Message(stored.Id, stored.Version, stored.At, Author: null, AuthorName: null, Text: null, ReplyTo: null, Notice: null, TicketNumber: null);
        return stored.Data switch
        {
            VisitorWrote e => entry with { Id = e.Message.Value, Author = AuthorKind.Visitor, Text = e.Text, ReplyTo = e.ReplyTo?.Value, Attachments = AttachmentView.Of(e.Attachments), Mail = MessageMail.Of(e.Mail) },
            AgentReplied e => entry with { Id = e.Message.Value, Author = AuthorKind.Agent, AuthorName = e.AgentName, Text = e.Text, ReplyTo = e.ReplyTo?.Value, Attachments = AttachmentView.Of(e.Attachments) },
            TicketAnnounced e => entry with { Notice = e.Notice, Text = e.Reason, TicketNumber = e.Number, Remote = RemoteNotice.Of(e.Remote) },
            CustomerInformed e => entry with { Id = e.Message.Value, Notice = e.Notice, TicketNumber = e.Number, Said = e.Said },
            CallbackAsked e => entry with { Notice = TicketNotice.CallbackRequested, Text = e.Number, TicketNumber = e.TicketNumber, Callback = e.Time },
            _ => entry,
        };
    }

    /// <summary>The ticket that an entry belongs to; null for the start of the thread.</summary>
    public static TicketId? TicketOf(StoredEvent stored) => stored.Data switch
    {
        VisitorWrote e => e.Ticket,
        AgentReplied e => e.Ticket,
        TicketAnnounced e => e.Ticket,
        CustomerInformed e => e.Ticket,
        CallbackAsked e => e.Ticket,
        _ => null,
    };
}
