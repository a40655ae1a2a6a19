using System.Collections.Concurrent;
using iStom.Chat.Domain;
using iStom.Chat.Domain.Mail;
using iStom.Chat.Server.Contract;
using iStom.Chat.Server.Email.Transport;
using iStom.Chat.Server.Hosting;
using Microsoft.Extensions.Options;
using Polly;
using Polly.CircuitBreaker;

namespace iStom.Chat.Server.Mailboxes;

/// <summary>How the servers of a mailbox are spoken to.</summary>
public sealed class MailServers(MailSecrets secrets, IOptions<MailOptions> options, MailSettingsBook settings, TimeProvider time)
{
    private readonly ConcurrentDictionary<MailboxId, ResiliencePipeline> _breakers = new();

    /// <summary>Whence mail is fetched.</summary>
    /// <exception cref="MailServerException">Its secret is lost.</exception>
    public async Task<IMailbox> IncomingAsync(Mailbox box, MailServer server, CancellationToken cancellation)
    {
        var (password, token) = await SignInAsync(box, server, MailSecret.Incoming, cancellation);
        return new ImapMailbox(
            new()
            {
                Host = server.Host, Port = server.Port, Security = server.Security, User = server.User, Password = password, AccessTokenFile = token,
                CertificateAuthority = options.Value.CertificateAuthority, Folder = box.Folder, MaxBytes = settings.LargestBytes,
            },
            time);
    }

    /// <summary>What carries our mail.</summary>
    /// <exception cref="MailServerException">Its secret is lost.</exception>
    public async Task<IMailTransport> OutgoingAsync(Mailbox box, MailServer server, CancellationToken cancellation)
    {
        var (password, token) = await SignInAsync(box, server, MailSecret.Outgoing, cancellation);
        return new SmtpTransport(
            new()
            {
                Host = server.Host, Port = server.Port, Security = server.Security, User = server.User, Password = password, AccessTokenFile = token,
                CertificateAuthority = options.Value.CertificateAuthority,
            },
            time);
    }

    /// <summary>A server that fails again and again is left alone for a minute, whoever has mail for it.</summary>
    public ResiliencePipeline BreakerOf(Mailbox box) => _breakers.GetOrAdd(box.Id, _ => new ResiliencePipelineBuilder { TimeProvider = time }
        .AddCircuitBreaker(new CircuitBreakerStrategyOptions
        {
            ShouldHandle = new PredicateBuilder().Handle<MailServerException>(),
            FailureRatio = 0.9,
            MinimumThroughput = 5,
            SamplingDuration = TimeSpan.FromMinutes(2),
            BreakDuration = TimeSpan.FromMinutes(1),
        })
        .Build());

    private async Task<(string? Password, string? Token)> SignInAsync(Mailbox box, MailServer server, MailSecret which, CancellationToken cancellation) =>
        server.User is null ? (null, null)
        : server.SignIn == MailSignIn.OAuth2 ? (null, options.Value.AccessTokens.GetValueOrDefault(box.Address) ?? throw new MailServerException(MailFailures.Token))
        : (await secrets.FindAsync(box.Id, which, cancellation) ?? throw new MailServerException(LetterFailures.SecretLost), null);
}
