using System.Text;
using iStom.Chat.Domain;
using iStom.Chat.Server.Email;
using iStom.Chat.Server.Email.Mime;
using iStom.Chat.Server.Email.Threading;

namespace iStom.Chat.Server.Tests.Email.Threading;

/// <summary>An answer finds its ticket by what only we can have written.</summary>
public sealed class ReplyTokensTests
{
    private static readonly byte[] OldKey = [.. Enumerable.Range(0, 32).Select(number => (byte)number)];
    private static readonly byte[] NewKey = [.. Enumerable.Range(100, 32).Select(number => (byte)number)];
    private static readonly ReplyTokens Old = new(new Dictionary<byte, byte[]> { [1] = OldKey }, 1);
    private static readonly ReplyTokens Tokens = new(new Dictionary<byte, byte[]> { [1] = OldKey, [2] = NewKey }, 2);
    private static readonly TicketId Ticket = new(Guid.Parse("0192aaaa-bbbb-7ccc-8ddd-eeeeffff0001"));
    private static readonly TicketId Other = new(Guid.Parse("0192aaaa-bbbb-7ccc-8ddd-eeeeffff0002"));
    private static readonly MessageId Message = new(Guid.Parse("0192aaaa-bbbb-7ccc-8ddd-eeeeffff0003"));

    [Fact]
    public void A_token_tells_its_ticket_in_any_case_and_after_a_change_of_keys()
    {
        var address = Tokens.Address(Address("support@example.com").Named("Поддержка"), Ticket);
        address.Display.ShouldStartWith("Поддержка <support+");
        address.LocalPart.Length.ShouldBeLessThanOrEqualTo(64);
        Tokens.TicketOf(address).ShouldBe(Ticket);
        Tokens.TicketOf(Address(address.Address.ToUpperInvariant())).ShouldBe(Ticket);
        Tokens.TicketOf(Old.Address(Address("support@example.com"), Ticket)).ShouldBe(Ticket, "answers to old mails still come");
        Old.TicketOf(address).ShouldBeNull("a key that is not known");

        var id = Tokens.MessageId(Ticket, Message, "example.com");
        id.ShouldBe(Tokens.MessageId(Ticket, Message, "example.com"), "each attempt has the same id");
        (id == Tokens.MessageId(Ticket, new(Guid.NewGuid()), "example.com")).ShouldBeFalse("each message has its own");
        id.ShouldEndWith("@example.com");
        Tokens.TicketOf(id).ShouldBe(Ticket);
    }

    [Fact]
    public void No_other_token_is_taken()
    {
        var token = Tokens.Address(Address("support@example.com"), Ticket).LocalPart["support+".Length..];
        for (var index = 0; index < token.Length; index++)
        {
            var forged = token[..index] + (token[index] == 'a' ? 'b' : 'a') + token[(index + 1)..];
            Tokens.TicketOf(Address($"support+{forged}@example.com")).ShouldBeNull($"letter {index} is another one");
        }

        Tokens.TicketOf($"{token}@example.com").ShouldBeNull("an address is no message id");
        Tokens.TicketOf(Address($"support+{Tokens.MessageId(Ticket, Message, "example.com").Split('@')[0][..token.Length]}@example.com")).ShouldBeNull();
        string[] others = ["support@example.com", "support+@example.com", $"support+{token[1..]}@example.com", $"support+{token}a@example.com", $"{token}@example.com"];
        others.ShouldAllBe(other => Tokens.TicketOf(Address(other)) == null);
        var stranger = new ReplyTokens(new Dictionary<byte, byte[]> { [2] = OldKey }, 2);
        Tokens.TicketOf(stranger.Address(Address("support@example.com"), Ticket)).ShouldBeNull();
    }

    [Fact]
    public void A_mailbox_with_a_long_name_gets_no_token() =>
        Tokens.Address(Address("customer-support-desk@example.com"), Ticket).Address.ShouldBe("customer-support-desk@example.com");

    [Fact]
    public void The_surest_reference_comes_first_and_a_number_in_the_subject_is_none()
    {
        var mail = MailReader.Read(Encoding.UTF8.GetBytes($"""
            From: olga@example.org
            To: support@example.com
            Delivered-To: {Tokens.Address(Address("support@example.com"), Ticket).Address}
            Subject: Re: [#1001] Ticket 1001
            In-Reply-To: <foreign-2@example.org>
            References: <foreign-1@example.org> <{Tokens.MessageId(Other, Message, "example.com")}> <foreign-2@example.org>

            Text
            """));

        ThreadReference.Of(mail, Tokens).ShouldBe(
        [
            new(ThreadSource.ReplyAddress, Ticket, null),
            new(ThreadSource.References, Other, Tokens.MessageId(Other, Message, "example.com")),
            new(ThreadSource.InReplyTo, null, "foreign-2@example.org"),
            new(ThreadSource.References, null, "foreign-1@example.org"),
        ]);
        ThreadReference.Of(MailReader.Read("Subject: Re: [#1001]\n\nText"u8.ToArray()), Tokens).ShouldBeEmpty();
    }

    private static MailAddress Address(string text) => MailAddress.TryParse(text, out var address) ? address : throw new InvalidOperationException(text);
}
