using iStom.Chat.Domain.Regulation;
using NodaTime;

namespace iStom.Chat.Domain.Tickets;

/// <summary>How a ticket comes into being: from a chat, a mail, or an agent on a customer's behalf.</summary>
public static class TicketOpening
{
    /// <summary>Longest subject, in UTF-16 code units.</summary>
    public const int SubjectLength = 120;

    /// <summary>
    /// Opens the ticket and starts its wait. A claim of restore-work counts from the moment it is made,
    /// unless another one is open or too many were rejected: then an agent decides before anything changes.
    /// </summary>
    /// <param name="request">What was received; its kind may be a claim.</param>
    /// <param name="tariff">The customer's tariff now.</param>
    /// <param name="claims">What is known of the customer's earlier claims.</param>
    /// <param name="clock">Gives the promise.</param>
    /// <param name="since">When the customer began to wait, if before the opening: a mail in the mailbox, a problem that is split off.</param>
    public static Decision<ITicketEvent[]> Open(
        TicketOpened request, Tariff tariff, ClaimHistory claims, PromiseClock clock, Instant? since = null)
    {
        var isClaim = request.Kind.IsRestoreWork();
        var kind = isClaim && !claims.CountsAtOnce ? RequestKind.Question : request.Kind;
        var promise = clock.PromiseFor(tariff.LevelOf(kind), Instant.Min(since ?? request.At, request.At));
        var opened = request with { Kind = kind };
        var wait = new WaitStarted(tariff, promise, request.At);
        return isClaim
            ? new ITicketEvent[] { opened, new CriticalityClaimed(request.Kind, claims.CountsAtOnce, request.By, request.At), wait }
            : [opened, wait];
    }

    /// <summary>The first line of a text, cut at a character boundary.</summary>
    public static string SubjectOf(string text)
    {
        var line = text.AsSpan().TrimStart();
        var end = line.IndexOf('\n');
        line = (end < 0 ? line : line[..end]).TrimEnd();
        return line.Length <= SubjectLength ? line.ToString() : string.Concat(Cut(line), "…");
    }

    private static ReadOnlySpan<char> Cut(ReadOnlySpan<char> line) =>
        char.IsHighSurrogate(line[SubjectLength - 2]) ? line[..(SubjectLength - 2)] : line[..(SubjectLength - 1)];
}
