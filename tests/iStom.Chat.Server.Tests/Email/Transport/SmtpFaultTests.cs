using iStom.Chat.Server.Email.Transport;
using iStom.Chat.Server.Tests.Email.Servers;
using iStom.Chat.TestSupport;
using MailSecurity = iStom.Chat.Domain.Mail.MailSecurity;

namespace iStom.Chat.Server.Tests.Email.Transport;

/// <summary>Servers that break off, refuse, say nonsense or nothing, at every step: the answer is never lost and never a guess.</summary>
public sealed class SmtpFaultTests
{
    private const string Secret = "AGFubmEAc2VjcmV0";
    private static readonly byte[] Mail = "Subject: x\r\n\r\n.\r\ntext\nmore\r\n"u8.ToArray();
    private static readonly Exchange[] Script =
    [
        new(null, "220 mail.desk.test\r\n"),
        new("EHLO", "250-mail.desk.test\r\n250-AUTH PLAIN\r\n250 SIZE 1000\r\n"),
        new("AUTH PLAIN " + Secret, "235 2.7.0 ok\r\n"),
        new("MAIL FROM:<support@desk.test> SIZE=28", "250 ok\r\n"),
        new("RCPT TO:<anna@clinic.test>", "250 ok\r\n"),
        new("DATA", "354 go on\r\n"),
        new("more", ""),
        new(".", "250 2.0.0 queued\r\n"),
        new("QUIT", "221 bye\r\n"),
    ];

    private const string Greeting = "-, EHLO, AUTH, MAIL, RCPT, DATA, end";

    public static TheoryData<string, string?, string[]> Faults => new()
    {
        { "cut", null, [.. Enumerable.Repeat("TryAgain connection-lost", 6), "TryAgain outcome-unknown"] },
        { "closing", "421 4.3.2 bye\r\n", [.. Enumerable.Repeat("TryAgain server-closing bye", 7)] },
        { "deferred", "451-4.3.0 later\r\n451 4.3.0 <anna@clinic.test>\r\n", ["TryAgain deferred", "TryAgain deferred", "TryAgain deferred", .. Enumerable.Repeat("TryAgain deferred 451", 4)] },
        {
            "refused", "550 5.7.1 no\x07 way\r\n",
            ["TryAgain command-refused", "TryAgain command-refused", "TryAgain sign-in-refused", "Refused sender-refused 550", "Refused recipient-refused 550", "Refused content-refused 550", "Refused content-refused 550"]
        },
        { "garbage", "\0\xff{]\r\n", [.. Enumerable.Repeat("TryAgain server-garbled", 6), "TryAgain outcome-unknown"] },
        { "endless", Exchange.Endless, [.. Enumerable.Repeat("TryAgain server-garbled", 6), "TryAgain outcome-unknown"] },
        { "many lines", string.Concat(Enumerable.Repeat("250-x\r\n", 10_000)), [.. Enumerable.Repeat("TryAgain server-garbled", 6), "TryAgain outcome-unknown"] },
        { "silence", Exchange.Silence, [.. Enumerable.Repeat("TryAgain server-silent", 6), "TryAgain outcome-unknown"] },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task At_every_step_the_answer_says_what_is_known(string fault, string? says, string[] expected)
    {
        int[] steps = [0, 1, 2, 3, 4, 5, 7];
        foreach (var (step, answer) in steps.Zip(expected))
        {
            Exchange[] script = [.. Script];
            script[step] = script[step] with { Says = says };
            await using var server = new ScriptedServer(script);
            (await SendAsync(server)).ShouldStartWith(answer, customMessage: $"{fault} at step {step} of {Greeting}");
        }
    }

    [Fact]
    public async Task A_mail_is_sent_line_by_line_and_a_dot_ends_nothing_too_early()
    {
        await using var server = new ScriptedServer(Script);
        (await SendAsync(server)).ShouldBe("Accepted 250 2.0.0 queued");
        server.Heard.SkipWhile(line => line != "DATA").ShouldBe(["DATA", "Subject: x", "", "..", "text", "more", ".", "QUIT"]);
    }

    [Fact]
    public async Task A_good_bye_that_fails_takes_nothing_back()
    {
        foreach (var says in (string?[])[null, "421 bye\r\n", "?\r\n", Exchange.Silence])
        {
            await using var server = new ScriptedServer([.. Script.SkipLast(1), new("QUIT", says)]);
            (await SendAsync(server)).ShouldBe("Accepted 250 2.0.0 queued");
        }
    }

    [Fact]
    public async Task Each_recipient_has_an_answer_of_its_own_also_when_the_rest_is_cut()
    {
        Exchange[] script =
        [
            Script[0], new("EHLO", "250-desk\r\n250 PIPELINING\r\n"),
            new("RCPT TO:<full@clinic.test>", "250 ok\r\n550 5.1.1 unknown\r\n451 4.2.2 full\r\n250 ok\r\n552 too many\r\n"), new("DATA", null),
        ];
        await using var server = new ScriptedServer(script);
        string[] recipients = ["nobody@clinic.test", "later@clinic.test", "anna@clinic.test", "full@clinic.test", "иван@clinic.test"];
        var delivery = await new SmtpTransport(Options(server, user: null), new FakeTime()).SendAsync(new(null, [.. recipients.Select(Someone.At)]), Mail, default);
        delivery.Answers.Select(answer => $"{answer.Recipient.LocalPart} {answer.Outcome} {answer.Reason}").ShouldBe(
            ["nobody Refused recipient-refused", "later TryAgain deferred", "anna TryAgain connection-lost", "full TryAgain deferred", "иван Refused address-unusable"]);
        server.Heard.Count(line => line == "MAIL FROM:<>").ShouldBe(1);
    }

    [Fact]
    public async Task What_is_larger_than_the_server_takes_is_not_sent()
    {
        await using var server = new ScriptedServer([Script[0], new("EHLO", "250-desk\r\n250 SIZE 27\r\n"), new("QUIT", "221 bye\r\n")]);
        var delivery = await new SmtpTransport(Options(server, user: null), new FakeTime()).SendAsync(new(null, Someone.At("anna@clinic.test")), Mail, default);
        delivery.Answers.ShouldHaveSingleItem().Reason.ShouldBe(MailFailures.TooBig);
        server.Heard.ShouldNotContain(line => line.StartsWith("MAIL", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("250 LOGIN\r\n", "sign-in-missing")]
    [InlineData("250-AUTH LOGIN CRAM-MD5\r\n250 HELP\r\n", null)]
    [InlineData("250 AUTH=LOGIN\r\n", null)]
    public async Task Servers_that_know_login_alone_are_signed_in_to_that_way(string offer, string? reason)
    {
        await using var server = new ScriptedServer(
            [Script[0], new("EHLO", "250-desk\r\n" + offer), new("AUTH LOGIN", "334 VXNlcm5hbWU6\r\n"), new("YW5uYQ==", "334 UGFzc3dvcmQ6\r\n"), new("c2VjcmV0", "235 ok\r\n"), new("MAIL", "250 ok\r\n"), .. Script[4..]]);
        var answer = await SendAsync(server);
        answer.ShouldBe(reason is null ? "Accepted 250 2.0.0 queued" : $"TryAgain {reason}");
    }

    private static async Task<string> SendAsync(ScriptedServer server)
    {
        var time = new FakeTime();
        var delivery = await server.PatientlyAsync(new SmtpTransport(Options(server), time).SendAsync(new(Someone.At("support@desk.test"), Someone.At("anna@clinic.test")), Mail, default), time);
        var answer = delivery.Answers.ShouldHaveSingleItem();
        answer.Words.ShouldNotContain("anna");
        answer.Words.Any(char.IsControl).ShouldBeFalse();
        return string.Join(' ', ((object?[])[answer.Outcome, answer.Reason, answer.Code, answer.Status, answer.Words]).OfType<object>()).TrimEnd();
    }

    private static SmtpOptions Options(ScriptedServer server, string? user = "anna") =>
        new() { Host = "127.0.0.1", Port = server.Port, Security = MailSecurity.PlaintextOnLoopback, User = user, Password = "secret", HelloName = "desk.test" };
}
