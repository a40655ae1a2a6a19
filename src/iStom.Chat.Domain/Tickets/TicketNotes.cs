using iStom.Chat.Domain.Attachments;
using iStom.Chat.Domain.Conversations;
using NodaTime;

namespace iStom.Chat.Domain.Tickets;

/// <summary>What staff write to each other about a ticket.</summary>
public static class TicketNotes
{
    /// <summary>Most tags on one ticket.</summary>
    public const int MaxTags = 20;

    /// <summary>Longest tag, in UTF-16 code units.</summary>
    public const int MaxTagLength = 40;

    /// <summary>An internal note; any agent may add one, at any time of the ticket's life.</summary>
    public static Decision<ITicketEvent[]> Write(
        MessageId id, AgentId agent, string agentName, string? text, Instant now, IReadOnlyList<Attachment>? attachments = null)
    {
        var accepted = MessageText.Accept(text, mayBeEmpty: attachments is not null);
        return accepted.Refusal is { } refusal
            ? refusal
            : new ITicketEvent[] { new NoteWritten(id, agent, agentName, accepted.Value, now, attachments) };
    }

    /// <summary>Replaces the tags; the same set again: nothing new. A tag is a line of text as <see cref="MessageText"/> accepts it.</summary>
    public static Decision<ITicketEvent[]> Tag(Ticket ticket, IEnumerable<string> tags, AgentId agent, Instant now)
    {
        string[] normal = [.. tags.Select(OneLine).Where(tag => tag.Length > 0)
            .Distinct(StringComparer.OrdinalIgnoreCase).Order(StringComparer.OrdinalIgnoreCase)];
        if (normal.Length > MaxTags || normal.Any(tag => tag.Length > MaxTagLength))
        {
            return TicketRefusals.TooManyTags;
        }

        if (normal.Select(tag => MessageText.Accept(tag).Refusal).FirstOrDefault(refusal => refusal is not null) is { } refusal)
        {
            return refusal;
        }

        return normal.SequenceEqual(ticket.Tags, StringComparer.Ordinal)
            ? Array.Empty<ITicketEvent>()
            : [new Tagged(normal, Actor.Of(agent), now)];
    }

    private static string OneLine(string text) =>
        string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
