using iStom.Chat.Domain;
using NodaTime;
using NodaTime.Text;

namespace iStom.Chat.Server.Contract;

/// <summary>Refusals of what clients name: ids and sequences.</summary>
public static class SendRefusals
{
    /// <summary>The id already names something else in this stream: a client that makes UUIDs never meets this.</summary>
    public static readonly Refusal IdUsed = new("id-already-used");

    /// <summary>There is no such sequence in this conversation.</summary>
    public static readonly Refusal SequenceOutOfRange = new("sequence-out-of-range");

    /// <summary>What is quoted is no message of this conversation.</summary>
    public static readonly Refusal QuotedNotFound = new("quoted-not-found");

    /// <summary>The connection was opened as somebody else than the browser writes as by now, and is being closed: the same again on the next one.</summary>
    public static readonly Refusal Outdated = new("unavailable");

    /// <summary>Staff have blocked the visitor: nothing is accepted before <c>until</c>, or before they lift it.</summary>
    public static Refusal Blocked(Instant? until) => new("visitor-blocked", until is { } end
        ? new Dictionary<string, string>(StringComparer.Ordinal) { ["until"] = InstantPattern.ExtendedIso.Format(end) }
        : null);
}
