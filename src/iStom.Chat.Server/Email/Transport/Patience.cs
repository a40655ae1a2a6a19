using System.Net.Sockets;

namespace iStom.Chat.Server.Email.Transport;

/// <summary>Limits on waiting, by the product's clock, and one kind of exception for all that a connection can break with.</summary>
internal static class Patience
{
    /// <summary>For a connection and for TLS.</summary>
    public static readonly TimeSpan Connect = TimeSpan.FromSeconds(30);

    /// <summary>For an answer (RFC 5321, 4.5.3.2 has up to 5 minutes).</summary>
    public static readonly TimeSpan Answer = TimeSpan.FromMinutes(5);

    /// <summary>For taking over a mail that was sent: whoever gives up early sends it twice (RFC 5321, 4.5.3.2.6).</summary>
    public static readonly TimeSpan Acceptance = TimeSpan.FromMinutes(10);

    /// <summary>For parting, when all is done.</summary>
    public static readonly TimeSpan Farewell = TimeSpan.FromSeconds(5);

    /// <summary>Does it within the limit.</summary>
    /// <exception cref="MailServerException">Too late, or the connection broke.</exception>
    /// <exception cref="OperationCanceledException">Our own caller does not want it any more.</exception>
    public static async Task<T> WithinAsync<T>(this TimeProvider time, TimeSpan limit, Func<CancellationToken, Task<T>> act, CancellationToken cancellation)
    {
        using var patience = new CancellationTokenSource(limit, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellation);
        try
        {
            return await act(both.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            throw new MailServerException(MailFailures.Silent);
        }
        catch (Exception e) when (e is IOException or SocketException)
        {
            throw new MailServerException(MailFailures.Lost, inner: e);
        }
    }

    /// <inheritdoc cref="WithinAsync{T}"/>
    public static Task WithinAsync(this TimeProvider time, TimeSpan limit, Func<CancellationToken, Task> act, CancellationToken cancellation) =>
        time.WithinAsync(limit, async both =>
        {
            await act(both);
            return true;
        }, cancellation);
}
