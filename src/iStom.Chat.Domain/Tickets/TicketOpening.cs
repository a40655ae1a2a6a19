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
        var promise = PromiseFor(request.Kind, tariff, claims, clock, Instant.Min(since ?? request.At, request.At));
        var opened = request with { Kind = KindAtFirst(request.Kind, claims) };
        var wait = new WaitStarted(tariff, promise, request.At);
        return request.Kind.IsRestoreWork()
            ? new ITicketEvent[] { opened, new CriticalityClaimed(request.Kind, claims.CountsAtOnce, request.By, request.At), wait }
            : [opened, wait];
    }

    /// <summary>The promise that opening a ticket of this kind gives to a customer who begins to wait at an instant.</summary>
    public static Promise PromiseFor(RequestKind kind, Tariff tariff, ClaimHistory claims, PromiseClock clock, Instant start) =>
        clock.PromiseFor(tariff.LevelOf(KindAtFirst(kind, claims)), start);

    /// <summary>A claim that an agent must decide first is a question until then.</summary>
    private static RequestKind KindAtFirst(RequestKind kind, ClaimHistory claims) =>
        kind.IsRestoreWork() && !claims.CountsAtOnce ? RequestKind.Question : kind;

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
