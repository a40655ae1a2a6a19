using iStom.Chat.Domain;
using iStom.Chat.Domain.Tickets;
using iStom.Chat.Server.Hosting.Identity;
using iStom.Chat.Server.Storage;

namespace iStom.Chat.Server.Mailboxes;

/// <summary>Where a mail belongs.</summary>
/// <param name="Sender">Who it comes from, and in whose thread it stands.</param>
/// <param name="IsNew">Whether nobody has heard of them; they are then stored with the mail.</param>
/// <param name="Ticket">The ticket that it goes on with, unless that is closed by then; null: it opens one.</param>
/// <param name="Follows">The ticket that a new one is linked to.</param>
public sealed record MailPlace(Visitor Sender, bool IsNew, Versioned<Ticket>? Ticket, TicketId? Follows)
{
    public ConversationId Conversation => Ticket?.Value.Conversation ?? Sender.Conversation;
}
