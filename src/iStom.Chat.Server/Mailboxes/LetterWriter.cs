using System.Globalization;
using System.Net;
using System.Text;
using iStom.Chat.Domain.Alarms;
using iStom.Chat.Domain.Conversations;
using iStom.Chat.Domain.Mail;
using iStom.Chat.Domain.Regulation;
using iStom.Chat.Domain.Tickets;
using iStom.Chat.Server.Contract;
using iStom.Chat.Server.Email;
using iStom.Chat.Server.Email.Compose;
using iStom.Chat.Server.Hosting;
using Microsoft.Extensions.Options;
using NodaTime;
using NodaTime.Text;

namespace iStom.Chat.Server.Mailboxes;

/// <summary>Writes our mails: text, and the same as HTML.</summary>
public sealed class LetterWriter(LetterTexts texts, LiveRegulation regulation, SiteBook sites, IOptions<ChatOptions> options)
{
    /// <summary>Most of the customer's words that are said again, in lines.</summary>
    private const int MostQuoted = 40;

    private static readonly string[] AnswerMarks = ["Re:", "RE:", "Fwd:", "FW:", "Fw:", "Ответ:", "Отв:", "НА:", "На:"];

    private static readonly LocalDateTimePattern Moment = LocalDateTimePattern.CreateWithInvariantCulture("dd.MM.uuuu HH:mm");

    /// <summary>An agent's answer.</summary>
    /// <param name="box">Through which it leaves.</param>
    /// <param name="ticket">Of which ticket.</param>
    /// <param name="answer">What the agent wrote.</param>
    /// <param name="asked">The customer's mail that it answers; null where they wrote in the panel.</param>
    /// <param name="to">Where it goes.</param>
    /// <param name="messageId">The same on every try.</param>
    /// <param name="files">The answer's.</param>
    public OutgoingMail Reply(Mailbox box, Ticket ticket, AgentReplied answer, VisitorWrote? asked, MailAddress to, string messageId, IReadOnlyList<OutgoingAttachment> files)
    {
        var language = box.Language;
        var sender = box.Sender.In(language);
        var parts = new Parts(
            answer.Text, texts.Fill("mail.signature", language, ("agent", answer.AgentName), ("sender", sender)),
            texts.Fill("mail.reply.footer", language, ("number", ticket.Number)), Quote(asked, language));
        return Base(box, ticket, to, messageId, asked) with
        {
            From = AddressOf(box).Named($"{answer.AgentName}, {sender}"), Subject = SubjectOf(asked?.Mail?.Subject ?? ticket.Subject, ticket.Number), Date = answer.At,
            Text = parts.ToText(), Html = parts.ToHtml(), Attachments = files,
        };
    }

    /// <summary>That a mail came in: number, deadline and how it was counted.</summary>
    /// <param name="given">When.</param>
    public OutgoingMail Acknowledgement(Mailbox box, Ticket ticket, Promise promise, VisitorWrote asked, MailAddress to, string messageId, Instant given)
    {
        var language = box.Language;
        var lines = regulation.Of(promise).Explain(promise, language);
        var text = texts.Fill("mail.acknowledgement.text", language, ("number", ticket.Number), ("deadline", lines[^1]));
        var why = string.Join('\n', lines.SkipLast(1).Select(line => $"— {line}").Prepend(texts.Fill("mail.acknowledgement.why", language)));
        var parts = new Parts(text, box.Sender.In(language), why, Quoted: "");
        return Base(box, ticket, to, messageId, asked) with
        {
            Subject = texts.Fill("mail.acknowledgement.subject", language, ("number", ticket.Number)), Date = given, AutoSubmitted = AutoSubmitted.Replied,
            Text = parts.ToText(), Html = parts.ToHtml(),
        };
    }

    /// <summary>That somebody has to look at a ticket: to staff, with a link to where whoever may read it sees it.</summary>
    public OutgoingMail Alarm(Mailbox box, Alarm alarm, string link, MailAddress to, string messageId)
    {
        var (language, sender) = (box.Language, box.Sender.In(box.Language));
        var what = texts.Fill($"mail.alarm.{alarm.Kind}", language);
        var due = Moment.Format(alarm.Due.InZone(LiveRegulation.Zone).LocalDateTime);
        var level = texts.Fill($"mail.level.{alarm.Level}", language);
        var parts = new Parts(
            texts.Fill("mail.alarm.text", language, ("what", what), ("number", alarm.Number), ("level", level), ("due", due), ("link", link)),
            sender, texts.Fill("mail.alarm.footer", language), Quoted: "");
        return new()
        {
            MessageId = messageId, From = AddressOf(box).Named(sender), To = [to], Date = alarm.ToldAt, AutoSubmitted = AutoSubmitted.Generated,
            Subject = texts.Fill("mail.alarm.subject", language, ("what", what), ("number", alarm.Number), ("due", due)), Text = parts.ToText(), Html = parts.ToHtml(),
        };
    }

    /// <summary>What we tell by ourselves of a ticket that goes on.</summary>
    public OutgoingMail Notice(Mailbox box, Ticket ticket, CustomerInformed told, VisitorWrote? asked, MailAddress to, string messageId)
    {
        var language = box.Language;
        var parts = new Parts(told.Said.In(language), box.Sender.In(language), texts.Fill("mail.reply.footer", language, ("number", ticket.Number)), Quoted: "");
        return Base(box, ticket, to, messageId, asked) with
        {
            Subject = SubjectOf(asked?.Mail?.Subject ?? ticket.Subject, ticket.Number), Date = told.At, AutoSubmitted = AutoSubmitted.Generated,
            Text = parts.ToText(), Html = parts.ToHtml(),
        };
    }

    /// <summary>That an agent invites to remote support, and where the invitation is. What one connects with never goes by mail.</summary>
    public OutgoingMail Invitation(Mailbox box, Ticket ticket, RemoteSession remote, VisitorWrote? asked, MailAddress to, string messageId)
    {
        var language = box.Language;
        var text = texts.Fill("mail.invitation.text", language, ("agent", remote.AgentName), ("number", ticket.Number), ("link", ChatOf(ticket)));
        var parts = new Parts(text, box.Sender.In(language), texts.Fill("mail.reply.footer", language, ("number", ticket.Number)), Quoted: "");
        return Base(box, ticket, to, messageId, asked) with
        {
            Subject = SubjectOf(asked?.Mail?.Subject ?? ticket.Subject, ticket.Number), Date = remote.InvitedAt,
            Text = parts.ToText(), Html = parts.ToHtml(),
        };
    }

    /// <summary>A page with the lifebuoy: of the ticket's own site, else of the first that has one.</summary>
    private string ChatOf(Ticket ticket) => sites.Find(ticket.Site) is { Origins: [var own, ..] } ? own
        : sites.All.SelectMany(site => site.Value.Origins).FirstOrDefault() ?? options.Value.ChatOrigin;

    /// <summary>"Re: Не печатает [IS-2026-000123]": whoever's program groups by subject keeps the thread together.</summary>
    public static string SubjectOf(string subject, string number)
    {
        var bare = subject.Trim();
        while (AnswerMarks.FirstOrDefault(mark => bare.StartsWith(mark, StringComparison.Ordinal)) is { } mark)
        {
            bare = bare[mark.Length..].TrimStart();
        }

        return $"Re: {(bare.Contains(number, StringComparison.Ordinal) ? bare : $"{bare} [{number}]")}";
    }

    private static OutgoingMail Base(Mailbox box, Ticket ticket, MailAddress to, string messageId, VisitorWrote? asked) => new()
    {
        MessageId = messageId, From = AddressOf(box).Named(box.Sender.In(box.Language)), To = [to], Subject = ticket.Number, Text = "", Date = ticket.OpenedAt,
        InReplyTo = asked?.Mail?.MessageId, References = asked?.Mail?.MessageId is { } id ? [id] : [],
    };

    /// <summary>Ours.</summary>
    /// <exception cref="LetterException">It is none that mail can be sent from.</exception>
    public static MailAddress AddressOf(Mailbox box) =>
        MailAddress.TryParse(box.Address, out var from) ? from : throw new LetterException(LetterFailures.Address);

    /// <summary>What is said again of what came by mail; to an address that was only typed into the panel, nobody's words are repeated.</summary>
    private string Quote(VisitorWrote? asked, Language language)
    {
        if (asked is not { Mail: not null, Text.Length: > 0 })
        {
            return "";
        }

        var when = Moment.Format(asked.At.InZone(LiveRegulation.Zone).LocalDateTime);
        var lines = asked.Text.Split('\n');
        var quoted = lines.Take(MostQuoted).Select(line => $"> {line}".TrimEnd()).Concat(lines.Length > MostQuoted ? ["> …"] : []);
        return string.Join('\n', quoted.Prepend(texts.Fill("mail.reply.quote", language, ("when", when))));
    }

    private sealed record Parts(string Said, string Signature, string Note, string Quoted)
    {
        private string[] All => [.. new[] { Said, $"-- \n{Signature}", Note, Quoted }.Where(part => part.Length > 0)];

        public string ToText() => string.Join("\n\n", All);

        /// <summary>Every word is text; there is nothing to fetch.</summary>
        public string ToHtml() => new StringBuilder("<div style=\"font-family:sans-serif;font-size:15px;line-height:1.5\">")
            .Append(CultureInfo.InvariantCulture, $"<p>{Encoded(Said)}</p><p>{Encoded(Signature)}</p><p style=\"color:#5b6470;font-size:13px\">{Encoded(Note)}</p>")
            .Append(Quoted.Length == 0 ? "" : $"<blockquote style=\"margin:0;padding-left:12px;border-left:2px solid #c5ccd6;color:#5b6470\">{Encoded(Unquoted)}</blockquote>")
            .Append("</div>").ToString();

        private string Unquoted => string.Join('\n', Quoted.Split('\n').Select((line, index) => index > 0 && line.StartsWith('>') ? line[1..].TrimStart(' ') : line));

        private static string Encoded(string text) => WebUtility.HtmlEncode(text).Replace("\n", "<br>", StringComparison.Ordinal);
    }
}
