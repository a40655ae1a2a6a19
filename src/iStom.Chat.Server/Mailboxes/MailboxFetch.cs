using iStom.Chat.Domain;
using iStom.Chat.Domain.Mail;
using iStom.Chat.Server.Email.Transport;
using iStom.Chat.Server.Hosting.Commands;
using MediatR;

namespace iStom.Chat.Server.Mailboxes;

/// <summary>Takes in what comes into one mailbox. A mail is marked as handled only after the commit that took it in (P10).</summary>
public sealed partial class MailboxFetch(IServiceScopeFactory scopes, MailServers servers, MailHealthBook health, TimeProvider time, ILogger<MailboxFetch> logger)
{
    /// <summary>How long a server may be silent before it is asked by itself.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private static readonly TimeSpan FirstDelay = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan LongestDelay = TimeSpan.FromMinutes(2);

    /// <summary>Until it is cancelled. What fails is told, on the desk too, and tried again after a while that doubles.</summary>
    public async Task RunAsync(Mailbox box, CancellationToken cancellation)
    {
        for (var delay = FirstDelay; ; delay = delay * 2 < LongestDelay ? delay * 2 : LongestDelay)
        {
            var (code, words, hasWorked) = await OnceAsync(box, cancellation);
            await TellAsync(box, code, words, cancellation);
            delay = hasWorked ? FirstDelay : delay;
            await Task.Delay(delay, time, cancellation);
        }
    }

    /// <summary>As long as the connection holds; why it does not any more.</summary>
    private async Task<(string Code, string Words, bool HasWorked)> OnceAsync(Mailbox box, CancellationToken cancellation)
    {
        var hasWorked = false;
        try
        {
            var mailbox = await servers.IncomingAsync(box, box.Incoming!, cancellation);
            await using var session = await mailbox.ConnectAsync(cancellation);
            while (true)
            {
                if (await TakeInAsync(box, session, cancellation) is { } refused)
                {
                    return (refused, "", hasWorked);
                }

                hasWorked = true;
                await session.WaitForNewAsync(Patience, cancellation);
            }
        }
        catch (MailServerException e)
        {
            return (e.Reason, e.Words, hasWorked);
        }
        catch (Exception e) when (!cancellation.IsCancellationRequested)
        {
            FetchFailed(logger, box.Id.Value, e);
            return ("internal", "", hasWorked);
        }
    }

    /// <summary>Null when all of it was taken in; else why a mail is for later. Those behind it are taken in all the same.</summary>
    private async Task<string?> TakeInAsync(Mailbox box, IMailboxSession session, CancellationToken cancellation)
    {
        string? later = null;
        MailboxUid? newest = null;
        await foreach (var item in session.FetchNewAsync(await health.LastAsync(box.Id, cancellation), cancellation))
        {
            if (await ReceiveAsync(box, item, cancellation) is { } refused)
            {
                later = refused;
                continue;
            }

            await session.MarkHandledAsync(item.Id, cancellation);
            newest = later is null ? item.Id : newest;
        }

        if (later is null || newest is not null)
        {
            await health.FetchedAsync(box.Id, newest, cancellation);
        }

        return later;
    }

    private async Task<string?> ReceiveAsync(Mailbox box, MailboxItem item, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        try
        {
            var received = await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new ReceiveMail(new(box.Id), item.Raw, item.ReceivedAt, item.IsTooBig), cancellation);
            return received.Refusal?.Code;
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            ReceiveFailed(logger, box.Id.Value, item.Id.Uid, e);
            return "internal";
        }
    }

    private async Task TellAsync(Mailbox box, string code, string words, CancellationToken cancellation)
    {
        Unwell(logger, box.Id.Value, code);
        await health.FetchFailedAsync(box.Id, code, words, cancellation);
    }

    [LoggerMessage(322, LogLevel.Warning, "Mailbox {Mailbox} cannot be fetched from: {Code}")]
    private static partial void Unwell(ILogger logger, Guid mailbox, string code);

    [LoggerMessage(323, LogLevel.Error, "Mailbox {Mailbox} could not be fetched from")]
    private static partial void FetchFailed(ILogger logger, Guid mailbox, Exception exception);

    [LoggerMessage(324, LogLevel.Error, "Mail {Uid} of mailbox {Mailbox} could not be taken in; it stays there")]
    private static partial void ReceiveFailed(ILogger logger, Guid mailbox, uint uid, Exception exception);
}
