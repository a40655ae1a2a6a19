using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;
using iStom.Chat.Server.Email;
using iStom.Chat.Server.Email.Transport;
using iStom.Chat.Server.Tests.Email.Servers;
using iStom.Chat.TestSupport;
using MailSecurity = iStom.Chat.Domain.Mail.MailSecurity;

namespace iStom.Chat.Server.Tests.Email.Transport;

/// <summary>Whoever is not to be trusted hears no password, no token and no mail.</summary>
public sealed class TlsTests : IAsyncLifetime
{
    private const string Secret = "geheim";
    private static readonly string[] Secrets = [Secret, Convert.ToBase64String("\0anna\0geheim"u8), "MAIL", "SELECT", "LOGIN", "AUTH"];
    private static readonly Exchange Hello = new("EHLO", "250-desk\r\n250-STARTTLS\r\n250 AUTH PLAIN\r\n");
    private static readonly Exchange Able = new("CAPABILITY", "* CAPABILITY IMAP4rev1 STARTTLS AUTH=PLAIN\r\nTAG OK\r\n");
    private readonly string _folder = TestFolder.New();

    private string Certificate => Path.Combine(_folder, "cert.pem");

    public async ValueTask InitializeAsync()
    {
        Directory.CreateDirectory(_folder);
        await TestCertificate.WriteAsync(Certificate, Path.Combine(_folder, "key.pem"));
        await TestCertificate.WriteAsync(Path.Combine(_folder, "foreign.pem"), Path.Combine(_folder, "foreign-key.pem"));
    }

    public ValueTask DisposeAsync()
    {
        Directory.Delete(_folder, recursive: true);
        return default;
    }

    [Fact]
    public async Task Smtp_without_trustworthy_tls_hears_no_secret()
    {
        Exchange greeting = new(null, "220 desk\r\n");
        (await SendAsync([greeting, new("EHLO", "250-desk\r\n250 AUTH PLAIN\r\n"), new("AUTH", "235 ok\r\n")])).ShouldBe("tls-missing");
        (await SendAsync([greeting, Hello, new("STARTTLS", "454 not now\r\n"), new("AUTH", "235 ok\r\n")])).ShouldBe("tls-missing");
        (await SendAsync([greeting, Hello, new("STARTTLS", "220 go\r\n250-desk\r\n250 AUTH PLAIN\r\n"), new("AUTH", "235 ok\r\n")])).ShouldBe("tls-missing");
        (await SendAsync([greeting, Hello, new("STARTTLS", "220 go\r\n", Encrypts: true), Hello], "foreign.pem")).ShouldBe("certificate-refused");
        (await SendAsync([greeting, Hello, new("STARTTLS", "220 go\r\n", Encrypts: true), Hello], "missing.pem")).ShouldBe("certificate-refused");
        (await SendAsync([greeting, Hello, new("STARTTLS", "220 go\r\n", Encrypts: true), Hello], host: "localhost")).ShouldBe("certificate-refused");
        (await SendAsync([greeting, Hello, new("STARTTLS", "220 go\r\n"), new("AUTH", "235 ok\r\n")], silent: true)).ShouldBe("server-silent");
    }

    [Fact]
    public async Task What_was_offered_before_tls_does_not_count()
    {
        (await SendAsync([new(null, "220 desk\r\n"), Hello, new("STARTTLS", "220 go\r\n", Encrypts: true), new("EHLO", "250 desk\r\n")])).ShouldBe("sign-in-missing");
        (await ReadAsync([new(null, "* OK\r\n"), Able, new("STARTTLS", "TAG OK\r\n", Encrypts: true), new("CAPABILITY", "* CAPABILITY IMAP4rev1 LOGINDISABLED\r\nTAG OK\r\n")])).ShouldBe("sign-in-missing");
    }

    [Fact]
    public async Task Imap_without_trustworthy_tls_hears_no_secret()
    {
        Exchange greeting = new(null, "* OK there\r\n");
        (await ReadAsync([greeting, new("CAPABILITY", "* CAPABILITY IMAP4rev1 AUTH=PLAIN\r\nTAG OK\r\n"), new("A", "TAG OK\r\n")])).ShouldBe("tls-missing");
        (await ReadAsync([greeting, Able, new("STARTTLS", "TAG BAD no\r\n"), new("A", "TAG OK\r\n")])).ShouldBe("tls-missing");
        (await ReadAsync([greeting, Able, new("STARTTLS", "TAG OK go\r\n* CAPABILITY IMAP4rev1 AUTH=PLAIN\r\n"), new("A", "TAG OK\r\n")])).ShouldBe("tls-missing");
        (await ReadAsync([new(null, "* PREAUTH welcome\r\n"), Able, new("A", "TAG OK\r\n")])).ShouldBe("tls-missing");
        (await ReadAsync([greeting, Able, new("STARTTLS", "TAG OK go\r\n", Encrypts: true), Able], "foreign.pem")).ShouldBe("certificate-refused");
    }

    [Fact]
    public async Task Plaintext_goes_to_this_machine_alone()
    {
        var own = NetworkInterface.GetAllNetworkInterfaces().SelectMany(one => one.GetIPProperties().UnicastAddresses).Select(one => one.Address)
            .FirstOrDefault(one => one.AddressFamily == AddressFamily.InterNetwork && !IPAddress.IsLoopback(one));
        Assert.SkipWhen(own is null, "the machine has no address besides the loopback");
        using var listener = new TcpListener(own, 0);
        listener.Start();
        var options = new SmtpOptions { Host = own.ToString(), Port = ((IPEndPoint)listener.LocalEndpoint).Port, Security = MailSecurity.PlaintextOnLoopback };
        (await SendAsync(options, new FakeTime())).ShouldBe("plaintext-refused");
        (await SendAsync(new SmtpOptions { Host = "127.0.0.1", Port = FreePort.Find() }, new FakeTime())).ShouldBe("server-unreachable");
        (await SendAsync(new SmtpOptions { Host = "nowhere.invalid" }, new FakeTime())).ShouldBe("server-unreachable");
    }

    private async Task<string> SendAsync(Exchange[] script, string trusted = "cert.pem", string host = "127.0.0.1", bool silent = false)
    {
        var time = new FakeTime();
        await using var server = new ScriptedServer(silent ? [.. script[..^1], new(null, Exchange.Silence)] : script, Certificate);
        var options = new SmtpOptions { Host = host, Port = server.Port, User = "anna", Password = Secret, CertificateAuthority = Path.Combine(_folder, trusted) };
        var reason = await server.PatientlyAsync(SendAsync(options, time), time);
        HeardNoSecret(server);
        return reason;
    }

    private static async Task<string> SendAsync(SmtpOptions options, FakeTime time)
    {
        MailAddress.TryParse("anna@clinic.test", out var anna).ShouldBeTrue();
        return (await new SmtpTransport(options, time).SendAsync(new(null, anna), "Subject: x\r\n\r\n"u8.ToArray(), default)).Answers[0].Reason!;
    }

    private async Task<string> ReadAsync(Exchange[] script, string trusted = "cert.pem")
    {
        await using var server = new ScriptedServer(script, Certificate);
        var options = new ImapOptions { Host = "127.0.0.1", Port = server.Port, Security = MailSecurity.StartTls, User = "anna", Password = Secret, CertificateAuthority = Path.Combine(_folder, trusted) };
        var refusal = await Should.ThrowAsync<MailServerException>(async () => await new ImapMailbox(options, new FakeTime()).ConnectAsync(default));
        HeardNoSecret(server);
        return refusal.Reason;
    }

    private static void HeardNoSecret(ScriptedServer server) =>
        server.Heard.Where(line => Array.Exists(Secrets, secret => line.Contains(secret, StringComparison.Ordinal))).ShouldBeEmpty();
}
