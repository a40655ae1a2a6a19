using iStom.Chat.Domain;
using iStom.Chat.Domain.Conversations;
using iStom.Chat.Domain.Tickets;

namespace iStom.Chat.Server.Storage.Search;

/// <summary>The text of an event that can be searched for.</summary>
/// <param name="Ticket">The ticket that it belongs to.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Text">As it was written.</param>
public sealed record SearchText(TicketId Ticket, SearchKind Kind, string Text)
{
    /// <summary>Before the digits of a phone among the words.</summary>
    public const string Phone = "tel:";

    /// <summary>Small letters, and е for ё, as hardly anybody writes it. As long as the text: places in one are places in the other.</summary>
    public static string Normal(string text) => text.ToLowerInvariant().Replace('ё', 'е');

    /// <summary>The types of event of which <see cref="Of"/> may find one.</summary>
    public static IReadOnlyList<Type> Types { get; } =
        [typeof(TicketOpened), typeof(VisitorWrote), typeof(AgentReplied), typeof(NoteWritten), typeof(CallLogged), typeof(KindChanged), typeof(CriticalityRejected)];

    /// <summary>Null for an event without one, an erased one included.</summary>
    /// <param name="stream">The event's stream: the ticket, for what is of a ticket.</param>
    /// <param name="event">The event.</param>
    public static SearchText? Of(Guid stream, object @event)
    {
        SearchText? found = @event switch
        {
            TicketOpened e => new(e.Ticket, SearchKind.Subject, e.Subject),
            VisitorWrote e => new(e.Ticket, SearchKind.Message, e.Text),
            AgentReplied e => new(e.Ticket, SearchKind.Message, e.Text),
            NoteWritten e => new(new(stream), SearchKind.Note, e.Text),
            CallLogged e => new(new(stream), SearchKind.Note, string.Join('\n', new[] { e.Learnt, e.Number }.OfType<string>().Where(IsLeft))),
            KindChanged { Reason: { } reason } => new(new(stream), SearchKind.Note, reason),
            CriticalityRejected e => new(new(stream), SearchKind.Note, e.Reason),
            _ => null,
        };
        return found is { Text.Length: > 0 } && IsLeft(found.Text) ? found : null;
    }

    /// <summary>What is among the words besides the words: the phones, however they are written.</summary>
    public string Marks => string.Join(' ', PhoneDigits.In(Text).Distinct(StringComparer.Ordinal).Select(digits => Phone + digits));

    private static bool IsLeft(string text) => text != PersonalDataAttribute.Erased;
}
