using System.Text;
using iStom.Chat.Domain;
using iStom.Chat.Server.Email;
using iStom.Chat.Server.Email.Mime;
using iStom.Chat.Server.Email.Text;
using iStom.Chat.Server.Email.Threading;
using iStom.Chat.Server.Tests.Email.Corpus;

namespace iStom.Chat.Server.Tests.Email.Fuzz;

/// <summary>Whatever comes, it is read: nothing is thrown, and nothing that a database or a page refuses comes out.</summary>
public sealed class FuzzTests
{
    private const int Rounds = 20;

    private static readonly ReplyTokens Tokens = new(new Dictionary<byte, byte[]> { [1] = new byte[32] }, 1);
    private static readonly MailAddress Own = MailAddress.TryParse("support@example.com", out var own) ? own : throw new InvalidOperationException();

    [Fact]
    public void Mutilated_messages_are_read()
    {
        var mutations = new Mutations(seed: 20261123);
        var all = CorpusMessages.All;
        for (var index = 0; index < all.Count * Rounds; index++)
        {
            var raw = mutations.Of(all[index % all.Count].Raw, all[index * 7 % all.Count].Raw);
            try
            {
                Check(MailReader.Read(raw));
            }
            catch (Exception wrong)
            {
                throw new InvalidOperationException($"{all[index % all.Count].Name}, round {index}: {Convert.ToBase64String(raw)}", wrong);
            }
        }
    }

    internal static void Check(MailMessage mail)
    {
        string?[] lines =
        [
            mail.MessageId, mail.Subject, .. mail.InReplyTo, .. mail.References, .. mail.From.Concat(mail.To).Concat(mail.Cc).Concat(mail.ReplyTo).Concat(mail.DeliveredTo).Append(mail.Sender).SelectMany(address => new[] { address?.Name, address?.Address, address?.DisplayAddress }),
            .. mail.Attachments.SelectMany(file => new[] { file.Name, file.MediaType, file.ContentId }), .. mail.Report?.Recipients.SelectMany(recipient => new[] { recipient.Recipient.Display, recipient.Action, recipient.Status, recipient.Diagnostic }) ?? [],
            .. mail.ContentType.Parameters.Values, mail.Invitation?.Summary, mail.Invitation?.Location, mail.Invitation?.Start, mail.Report?.OriginalMessageId,
        ];
        lines.Where(line => !IsClean(line ?? "", "")).ShouldBeEmpty();
        IsClean(mail.Text, "\n\t").ShouldBeTrue();
        mail.Text.Length.ShouldBeLessThanOrEqualTo(MailLimits.TextCharacters);
        mail.Attachments.Where(file => file.Name.Length == 0 || file.Name.Contains('/') || file.Name.Contains('\\')).ShouldBeEmpty();
        var folded = FoldedText.Of(mail.Text, mail.Subject);
        string.Concat(folded.Parts.Select(part => part.Text)).ShouldBe(mail.Text);
        Automatic.Of(mail, [Own]).ShouldNotBeNull();
        ThreadReference.Of(mail, Tokens).Where(reference => reference.Ticket is not null).ShouldBeEmpty("nobody makes up a token");
        mail.Attachments.Select(file => file.Message).OfType<MailMessage>().ToList().ForEach(Check);
    }

    /// <summary>Text that UTF-8 can hold, without controls but those.</summary>
    private static bool IsClean(string text, string allowed) =>
        !text.Any(letter => char.IsControl(letter) && !allowed.Contains(letter, StringComparison.Ordinal)) && Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)) == text;
}
