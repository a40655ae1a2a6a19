using System.Globalization;
using iStom.Chat.Server.Email.Compose;

namespace iStom.Chat.Server.Email.Transport;

/// <summary>One mail on its way (RFC 5321, 3.3), and what is known of each recipient at each moment.</summary>
internal sealed class SmtpTransaction
{
    private readonly MailEnvelope _envelope;
    private readonly ReadOnlyMemory<byte> _message;
    private readonly MailAnswer?[] _answers;
    private bool _isSent;

    public SmtpTransaction(MailEnvelope envelope, ReadOnlyMemory<byte> message)
    {
        (_envelope, _message) = (envelope, message);
        _answers = [.. envelope.Recipients.Select(recipient =>
            Sendable.Address(recipient) is null || (envelope.Sender is { } sender && Sendable.Address(sender) is null) ? new MailAnswer(recipient, MailOutcome.Refused, MailFailures.Address) : null)];
    }

    /// <summary>Whether there is anybody left.</summary>
    public bool IsWorthTrying => Open.Any();

    /// <summary>What is known at the end.</summary>
    public MailDelivery Delivery => new([.. _answers.Select((answer, index) => answer ?? new(_envelope.Recipients[index], MailOutcome.TryAgain, MailFailures.Lost))]);

    /// <summary>Recipients without an answer.</summary>
    private IEnumerable<int> Open => Enumerable.Range(0, _answers.Length).Where(index => _answers[index] is null);

    public async Task RunAsync(SmtpSession session, CancellationToken cancellation)
    {
        if (session.Extensions.LargestOctets < _message.Length)
        {
            Settle(MailOutcome.Refused, MailFailures.TooBig);
            return;
        }

        if (_message.Span.ContainsAnyInRange((byte)128, (byte)255) && !session.Extensions.Has("8BITMIME"))
        {
            Settle(MailOutcome.Refused, MailFailures.Content);
            return;
        }

        await AddressAsync(session, cancellation);
        if (IsWorthTrying)
        {
            await HandOverAsync(session, cancellation);
        }
    }

    /// <summary>The connection broke: whoever has no answer yet is tried again.</summary>
    public void Break(MailServerException e) => Settle(MailOutcome.TryAgain, _isSent && e.Reason != MailFailures.Closing ? MailFailures.Unknown : e.Reason, words: e.Words);

    private async Task AddressAsync(SmtpSession session, CancellationToken cancellation)
    {
        int[] recipients = [.. Open];
        var replies = await session.AskAsync([Mail(session.Extensions), .. recipients.Select(index => $"RCPT TO:<{_envelope.Recipients[index].Address}>")], cancellation);
        if (!replies[0].IsPositive)
        {
            Settle(replies[0], MailFailures.Sender);
            return;
        }

        foreach (var (index, reply) in recipients.Zip(replies.Skip(1)).Where(pair => !pair.Second.IsPositive))
        {
            // A 552 here is how older servers say: too many at once (RFC 5321, 4.5.3.1.10).
            _answers[index] = Answer(index, reply, MailFailures.Recipient, isForNow: reply is { Code: 552, Status: null });
        }
    }

    private async Task HandOverAsync(SmtpSession session, CancellationToken cancellation)
    {
        var reply = await session.AskAsync("DATA", cancellation);
        if (reply.Code != 354)
        {
            Settle(reply, MailFailures.Content);
            return;
        }

        await session.SendAsync(DataLines.Of(_message.Span), cancellation);
        _isSent = true;
        reply = await session.HearAsync(Patience.Acceptance, cancellation);
        Settle(reply, MailFailures.Content);
    }

    private string Mail(SmtpExtensions extensions)
    {
        var size = extensions.Has("SIZE") ? string.Create(CultureInfo.InvariantCulture, $" SIZE={_message.Length}") : "";
        return $"MAIL FROM:<{_envelope.Sender?.Address}>{size}{(extensions.Has("8BITMIME") ? " BODY=8BITMIME" : "")}";
    }

    private void Settle(SmtpReply reply, string refusal)
    {
        foreach (var index in Open.ToArray())
        {
            _answers[index] = Answer(index, reply, refusal);
        }
    }

    private void Settle(MailOutcome outcome, string reason, string words = "")
    {
        foreach (var index in Open.ToArray())
        {
            _answers[index] = new(_envelope.Recipients[index], outcome, reason, Words: words);
        }
    }

    /// <summary>What the server wants to be signed in for is no fault of the mail: somebody repairs the settings, and it goes.</summary>
    private MailAnswer Answer(int index, SmtpReply reply, string refusal, bool isForNow = false)
    {
        var (outcome, reason) = reply.Code switch
        {
            >= 200 and < 300 => (MailOutcome.Accepted, null),
            530 or 534 or 535 or 538 => (MailOutcome.TryAgain, MailFailures.SignIn),
            552 when refusal != MailFailures.Recipient && reply.Status is null or "5.2.3" or "5.3.4" => (MailOutcome.Refused, MailFailures.TooBig),
            >= 500 when !isForNow => (MailOutcome.Refused, refusal),
            _ => (MailOutcome.TryAgain, MailFailures.Deferred),
        };
        return new(_envelope.Recipients[index], outcome, reason, reply.Code, reply.Status, reply.Words);
    }
}
