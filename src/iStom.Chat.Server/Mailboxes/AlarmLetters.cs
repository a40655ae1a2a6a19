using iStom.Chat.Domain.Alarms;
using iStom.Chat.Server.Contract;
using iStom.Chat.Server.Email;
using iStom.Chat.Server.Hosting;
using iStom.Chat.Server.Storage;
using Microsoft.Extensions.Options;

namespace iStom.Chat.Server.Mailboxes;

/// <summary>Makes mails of alarms: to whom the settings name, without a word of the customer's.</summary>
public sealed class AlarmLetters(IStore store, SendingMailboxes boxes, LetterWriter writer, IOptions<ChatOptions> options)
{
    /// <summary>Null where the alarm has ended, was told anew, or is not for this address any more.</summary>
    /// <exception cref="LetterException">There is no mailbox, or the address is none.</exception>
    public async Task<WrittenLetter?> WriteAsync(ToldAlarm told, CancellationToken cancellation)
    {
        var session = store.OpenSession();
        if (await session.LoadAsync<Alarm>(told.Alarm.Value, cancellation) is not { Value: { EndedAt: null } alarm }
            || alarm.Times != told.Times
            || await session.LoadAsync<AlarmSettings>(AlarmSettings.Only, cancellation) is not { Value: var settings }
            || !settings.RouteOf(alarm.Kind).Mail
            || !settings.MailTo.Contains(told.To, StringComparer.Ordinal))
        {
            return null;
        }

        var (box, to) = (boxes.First(), MailAddress.TryParse(told.To, out var address) ? address : throw new LetterException(LetterFailures.Address));

        // No id that threads: who answers an alarm is no customer of its ticket.
        var id = $"{told.MailId:N}.alarm@{LetterWriter.AddressOf(box).Domain}";
        return new(box, writer.Alarm(box, alarm, $"{options.Value.DeskOrigin}/desk#ticket/{alarm.Ticket.Value}", to, id));
    }
}
