using iStom.Chat.Domain.Conversations;
using iStom.Chat.Domain.Tickets;
using iStom.Chat.Server.Email.Mime;
using iStom.Chat.Server.Email.Text;

namespace iStom.Chat.Server.Mailboxes;

/// <summary>A mail as a message says it.</summary>
/// <param name="Text">As <see cref="MessageText"/> takes it; empty where the mail has files alone.</param>
internal sealed record MailText(string Text, MailOrigin Origin)
{
    private const int LongestSubject = 500;

    public static MailText Of(MailMessage mail, KeptMail kept, bool isTooBig)
    {
        var folded = FoldedText.Of(mail.Text, mail.Subject);
        var visible = Clean(folded.Visible.Length > 0 || kept.Attachments.Count > 0 ? folded.Visible : mail.Subject);
        var (text, hidden) = (Cut(visible, MessageText.MaxLength), Clean(folded.Folded));
        var origin = new MailOrigin(
            Cut(Clean(mail.Subject), LongestSubject), hidden.Length == 0 ? null : Cut(hidden, MessageText.MaxLength),
            isTooBig || visible.Length > MessageText.MaxLength || hidden.Length > MessageText.MaxLength, kept.LeftOut is [] ? null : kept.LeftOut, mail.MessageId, kept.Original);
        return new(text, origin);
    }

    /// <summary>Of the ticket that it may open.</summary>
    public static string SubjectOf(MailMessage mail, MailText said) =>
        said.Origin.Subject.Length > 0 ? said.Origin.Subject : said.Text.Length > 0 ? said.Text : mail.Attachments.Count > 0 ? mail.Attachments[0].Name : "—";

    /// <summary>Whatever no message can hold is left out: the original has it.</summary>
    private static string Clean(string text) => MessageText.IsWellFormed(text.ReplaceLineEndings("\n")) ? text.ReplaceLineEndings("\n").Trim()
        : string.Concat(text.ReplaceLineEndings("\n").EnumerateRunes().Where(rune => !System.Text.Rune.IsControl(rune) || rune.Value is '\n' or '\t')).Trim();

    private static string Cut(string text, int length) =>
        text.Length <= length ? text : text[..(char.IsHighSurrogate(text[length - 1]) ? length - 1 : length)].TrimEnd();
}
