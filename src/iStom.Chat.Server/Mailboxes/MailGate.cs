using iStom.Chat.Domain.Mail;
using iStom.Chat.Domain.Tickets;
using iStom.Chat.Server.Contract;
using iStom.Chat.Server.Email;
using iStom.Chat.Server.Email.Mime;
using iStom.Chat.Server.Email.Threading;
using iStom.Chat.Server.Hosting;
using iStom.Chat.Server.Storage;
using iStom.Chat.Server.Storage.Changes;
using NodaTime;
using Npgsql;

namespace iStom.Chat.Server.Mailboxes;

/// <summary>Which mails become no message, and which are not acknowledged: so that programs that answer each other come to an end (RFC 3834).</summary>
internal sealed class MailGate(LiveDocuments<Mailbox> boxes, BlockBook blocks, MailSettingsBook settings, NpgsqlDataSource database)
{
    private static readonly Duration Hour = Duration.FromHours(1);

    private const string CountSql =
        "select count(*), count(*) filter (where (data ->> 'IsAcknowledged')::boolean) from mt_doc_receivedmail where sender = $1 and (data ->> 'At')::timestamptz > $2";

    /// <summary>Who would get the answer; null: nobody.</summary>
    public static MailAddress? SenderOf(MailMessage mail) => mail.ReplyTo.Concat(mail.From).FirstOrDefault(address => address.IsAddress);

    /// <summary>Null: it becomes a message.</summary>
    public async Task<HeldBackReason?> ReasonAsync(MailMessage mail, MailAddress sender, MailPlace place, Instant now, CancellationToken cancellation) =>
        ReasonOf(Automatic.Of(mail, Own()).Kind) is { } automatic ? automatic
        : Own().Any(own => own.IsSameMailbox(sender)) ? HeldBackReason.OwnAddress
        : blocks.RefusalOf(place.Conversation, now) is not null ? HeldBackReason.Blocked
        : mail is { Text: "", Subject: "", Attachments: [] } ? HeldBackReason.Empty
        : !place.IsNew && (await CountAsync(place, now, cancellation)).Received >= settings.Settings.MostPerHour ? HeldBackReason.TooMany
        : null;

    /// <summary>Whether the sender may be told once more that a mail came in, and their program does not say that it wants no answer.</summary>
    public async Task<bool> MayAcknowledgeAsync(MailMessage mail, MailPlace place, Instant now, CancellationToken cancellation) =>
        Automatic.Of(mail, Own()).Reason != Automatic.NoAnswer && (place.IsNew ? settings.Settings.MostAcknowledgements > 0 : (await CountAsync(place, now, cancellation)).Acknowledged < settings.Settings.MostAcknowledgements);

    private MailAddress[] Own() => [.. boxes.All.Select(box => MailAddress.TryParse(box.Address, out var own) ? own : null).OfType<MailAddress>()];

    private async Task<(long Received, long Acknowledged)> CountAsync(MailPlace place, Instant now, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(CountSql);
        command.Parameters.Add(Sql.Of(place.Sender.Id.Value));
        command.Parameters.Add(Sql.Utc(now - Hour));
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        await reader.ReadAsync(cancellation);
        return (reader.GetInt64(0), reader.GetInt64(1));
    }

    private static HeldBackReason? ReasonOf(MailKind kind) => kind switch
    {
        MailKind.Ordinary => null,
        MailKind.OutOfOffice => HeldBackReason.OutOfOffice,
        MailKind.MailingList => HeldBackReason.Bulk,
        MailKind.OwnAddress => HeldBackReason.OwnAddress,
        MailKind.DeliveryReport => HeldBackReason.ForeignReport,
        _ => HeldBackReason.AutoReply,
    };
}
