using System.Globalization;
using System.Runtime.CompilerServices;
using NodaTime;

namespace iStom.Chat.Server.Email.Transport;

/// <summary>A folder that is open.</summary>
internal sealed class ImapSession(ImapOptions options, TimeProvider time, ImapConnection connection, uint uidValidity) : IMailboxSession
{
    /// <summary>Mails whose sizes are asked for at once.</summary>
    private const int Batch = 100;

    /// <summary>Octets of headers of a mail that is too big.</summary>
    private const int MostHeaderOctets = 256 * 1024;

    /// <summary>RFC 2177 has 29 minutes; sooner, so that a connection that died silently is noticed.</summary>
    private static readonly TimeSpan LongestIdle = TimeSpan.FromMinutes(9);

    /// <summary>How often a server without IDLE is asked.</summary>
    private static readonly TimeSpan Poll = TimeSpan.FromMinutes(1);

    /// <inheritdoc/>
    public uint UidValidity => uidValidity;

    /// <inheritdoc/>
    public string? Alert => connection.Alert;

    /// <inheritdoc/>
    public async IAsyncEnumerable<MailboxItem> FetchNewAsync(MailboxUid? last, [EnumeratorCancellation] CancellationToken cancellation)
    {
        connection.HasNews = false;
        foreach (var uids in (await NewAsync(last, cancellation)).Chunk(Batch))
        {
            var set = string.Join(',', uids.Select(uid => uid.ToString(CultureInfo.InvariantCulture)));
            var said = await connection.MustAsync($"UID FETCH {set} (UID RFC822.SIZE INTERNALDATE)", cancellation);
            foreach (var summary in said.Select(ImapFetched.Of).OfType<ImapFetched>().Where(summary => uids.Contains(summary.Uid)).DistinctBy(summary => summary.Uid).OrderBy(summary => summary.Uid))
            {
                if (await FetchAsync(summary, cancellation) is { } item)
                {
                    yield return item;
                }
            }
        }
    }

    /// <inheritdoc/>
    public async Task<bool> MarkHandledAsync(MailboxUid uid, CancellationToken cancellation)
    {
        if (uid.Validity != uidValidity)
        {
            return false;
        }

        await connection.MustAsync(Invariant($"UID STORE {uid.Uid} +FLAGS.SILENT (\\Seen)"), cancellation);
        if (options.HandledFolder is { } folder)
        {
            await MoveAsync(uid.Uid, ImapText.Folder(folder), cancellation);
        }

        return true;
    }

    /// <inheritdoc/>
    public async Task<bool> WaitForNewAsync(TimeSpan limit, CancellationToken cancellation)
    {
        using var over = new CancellationTokenSource(limit, time);
        while (!connection.HasNews && !over.IsCancellationRequested)
        {
            await (connection.Capabilities.Contains("IDLE") ? IdleAsync(over.Token, cancellation) : PollAsync(over.Token, cancellation));
        }

        return connection.HasNews;
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => connection.DisposeAsync();

    private async Task IdleAsync(CancellationToken over, CancellationToken cancellation)
    {
        using var renewal = new CancellationTokenSource(LongestIdle, time);
        using var until = CancellationTokenSource.CreateLinkedTokenSource(renewal.Token, over);
        await connection.IdleAsync(until.Token, cancellation);
    }

    private async Task PollAsync(CancellationToken over, CancellationToken cancellation)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(over, cancellation);
        await Task.Delay(Poll, time, either.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await connection.MustAsync("NOOP", cancellation);
    }

    private async Task<IReadOnlyList<uint>> NewAsync(MailboxUid? last, CancellationToken cancellation)
    {
        // A search finds only what the server has told of (RFC 9051, 5.2): let it tell.
        await connection.MustAsync("NOOP", cancellation);
        var found = new SortedSet<uint>(await SearchAsync("UNSEEN", cancellation));
        if (last is { } known && known.Validity == uidValidity && known.Uid < uint.MaxValue)
        {
            // "7:*" has the last mail in it, whatever its number.
            found.UnionWith((await SearchAsync(Invariant($"UID {known.Uid + 1}:*"), cancellation)).Where(uid => uid > known.Uid));
        }

        return [.. found];
    }

    private async Task<IEnumerable<uint>> SearchAsync(string what, CancellationToken cancellation) =>
        (await connection.MustAsync($"UID SEARCH UNDELETED {what}", cancellation)).Where(response => response.Kind == "SEARCH")
            .SelectMany(response => response.Values.Skip(1)).Select(value => value.Number).OfType<uint>();

    /// <summary>Null where it is gone. A server's word on sizes is not relied upon: no more than the limit is asked for.</summary>
    private async Task<MailboxItem?> FetchAsync(ImapFetched summary, CancellationToken cancellation)
    {
        var isTooBig = summary.Octets > options.MaxBytes;
        var part = isTooBig ? Invariant($"BODY.PEEK[HEADER]<0.{Math.Min(MostHeaderOctets, options.MaxBytes)}>") : Invariant($"BODY.PEEK[]<0.{options.MaxBytes + 1}>");
        var said = await connection.MustAsync(Invariant($"UID FETCH {summary.Uid} (UID {part})"), cancellation);
        if (said.Select(ImapFetched.Of).OfType<ImapFetched>().FirstOrDefault(fetched => fetched.Uid == summary.Uid)?.Content is not { } raw)
        {
            return null;
        }

        isTooBig |= raw.Length > options.MaxBytes;
        return new(new(uidValidity, summary.Uid), summary.ReceivedAt ?? Instant.FromDateTimeOffset(time.GetUtcNow()), isTooBig ? Headers(raw) : raw, isTooBig, Math.Max(summary.Octets, raw.Length));
    }

    private static ReadOnlyMemory<byte> Headers(ReadOnlyMemory<byte> raw)
    {
        var end = raw.Span.IndexOf("\r\n\r\n"u8);
        return raw[..Math.Min(end < 0 ? raw.Length : end + 4, MostHeaderOctets)];
    }

    /// <summary>With MOVE (RFC 6851), or by copy and expunge of this one alone (RFC 4315); without that it stays, marked as deleted.</summary>
    private async Task MoveAsync(uint uid, string folder, CancellationToken cancellation)
    {
        var isMove = connection.Capabilities.Contains("MOVE");
        var command = Invariant($"UID {(isMove ? "MOVE" : "COPY")} {uid} {folder}");
        if ((await connection.CommandAsync([command], cancellation))[^1] is { Kind: not "OK" } refusal)
        {
            await CreateAsync(refusal, folder, cancellation);
            await connection.MustAsync(command, cancellation);
        }

        if (!isMove)
        {
            await connection.MustAsync(Invariant($"UID STORE {uid} +FLAGS.SILENT (\\Deleted)"), cancellation);
            await connection.MustAsync(connection.Capabilities.Contains("UIDPLUS") ? Invariant($"UID EXPUNGE {uid}") : "NOOP", cancellation);
        }
    }

    private async Task CreateAsync(ImapResponse refusal, string folder, CancellationToken cancellation)
    {
        if (!refusal.HasCode("TRYCREATE"))
        {
            throw new MailServerException(MailFailures.Command, refusal.Words);
        }

        await connection.MustAsync($"CREATE {folder}", cancellation);
    }

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
