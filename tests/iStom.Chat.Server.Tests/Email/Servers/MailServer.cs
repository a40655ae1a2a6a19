using System.Buffers.Text;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using iStom.Chat.Server.Email.Transport;
using iStom.Chat.TestSupport;
using MailSecurity = iStom.Chat.Domain.Mail.MailSecurity;

namespace iStom.Chat.Server.Tests.Email.Servers;

/// <summary>
/// A real mail server, as an owner would run it: postfix takes mail, dovecot keeps it. Own processes on ports and from a folder of
/// their own, which end with the test. One that others use too is <see cref="SharedMailServer"/>.
/// </summary>
public sealed class MailServer : IAsyncDisposable
{
    /// <summary>Addresses here are delivered; mail to others is sent back.</summary>
    public const string Domain = "desk.test";

    /// <summary>Octets of a mail that postfix takes.</summary>
    public const int LargestMail = 300_000;

    /// <summary>
    /// Ends groups of processes, since dovecot's own live on for seconds without their master, when our end of its input is closed, by
    /// us or because we ended; no Ctrl-C reaches it.
    /// </summary>
    private const string Watch = "cat >/dev/null; kill -s TERM -- \"-$1\" \"-$2\" 2>/dev/null";

    /// <summary>A group of processes of its own; what it says goes to its log, so that nobody waits for the last of its children.</summary>
    private static readonly string[] Alone = ["setsid", "sh", "-c", "exec \"$@\" >/dev/null 2>&1", "sh"];

    private readonly MailServerFiles _files = new(TestFolder.New());
    private readonly SemaphoreSlim _changes = new(1);
    private GuardedProcess? _postfix;
    private GuardedProcess? _dovecot;
    private Process? _watch;
    private int _delivered;

    private MailServer()
    {
    }

    /// <summary>For submission, with STARTTLS; whoever sends must sign in.</summary>
    public int SmtpPort => _files.SmtpPort;

    /// <summary>For submission in TLS.</summary>
    public int SmtpsPort => _files.SmtpsPort;

    /// <summary>With STARTTLS.</summary>
    public int ImapPort => _files.ImapPort;

    /// <summary>In TLS.</summary>
    public int ImapsPort => _files.ImapsPort;

    /// <summary>The certificate of both servers, for 127.0.0.1, which signed itself.</summary>
    public string CertificateAuthority => _files.Certificate;

    /// <summary>What both said.</summary>
    public string Log => File.Exists(_files.Log) ? File.ReadAllText(_files.Log) : "";

    /// <summary>A server of the caller's own, running; skips the test where there can be none.</summary>
    public static async Task<MailServer> StartNewAsync()
    {
        await MailPackages.RequireAsync();
        var server = new MailServer();
        await server._files.WriteAsync();
        await server.PrepareAsync();
        await server.StartAsync();
        return server;
    }

    /// <summary>Starts it, again with what it kept.</summary>
    public async Task StartAsync()
    {
        _dovecot = new([.. Alone, MailPackages.Dovecot, "-F", "-c", Path.Combine(_files.Folder, "dovecot.conf")]);
        _postfix = new([.. Alone, MailPackages.Postfix, "-d", "-c", Path.Combine(_files.Folder, "postfix")]);
        _watch = Process.Start(new ProcessStartInfo("setsid", ["sh", "-c", Watch, "sh", Number(await _dovecot.Id), Number(await _postfix.Id)]) { UseShellExecute = false, RedirectStandardInput = true })!;
        foreach (var port in (int[])[ImapPort, SmtpPort])
        {
            await Eventually.HoldsAsync(() => GreetsAsync(port));
        }
    }

    /// <summary>Ends it in the middle of whatever it does; connections are cut, mail is kept.</summary>
    public async Task StopAsync()
    {
        _watch?.StandardInput.Close();
        foreach (var process in new[] { _postfix, _dovecot }.OfType<GuardedProcess>())
        {
            await Eventually.HoldsAsync(() => Task.FromResult(process.HasExited));
            await process.DisposeAsync();
        }

        _watch?.Dispose();
        (_watch, _postfix, _dovecot) = (null, null, null);
    }

    /// <summary>A mailbox that exists from now on.</summary>
    public async Task AddMailboxAsync(string address, string password)
    {
        await _changes.WaitAsync();
        try
        {
            _files.CreateMaildir(address);
            await File.WriteAllTextAsync(Path.Combine(_files.Users, address), $"{address}:{{PLAIN}}{password}\n");
            await File.AppendAllTextAsync(_files.Mailboxes, $"{address} {address}/\n");
            await PostmapAsync();
        }
        finally
        {
            _changes.Release();
        }
    }

    /// <summary>Puts a mail into a mailbox, as it is.</summary>
    public async Task DeliverAsync(string address, ReadOnlyMemory<byte> raw)
    {
        var name = $"{Stopwatch.GetTimestamp()}.{Interlocked.Increment(ref _delivered)}.test";
        var path = Path.Combine(_files.Maildir(address), "tmp", name);
        await File.WriteAllBytesAsync(path, raw.ToArray());
        MailPackages.Allow(path, (UnixFileMode)0b110_110_110);
        File.Move(path, Path.Combine(_files.Maildir(address), "new", name));
    }

    /// <summary>What lies in a mailbox, in the order in which it came; folders besides the inbox by their name.</summary>
    public IReadOnlyList<string> Delivered(string address, string? folder = null) =>
    [
        .. Directory.EnumerateFiles(Path.Combine(_files.Maildir(address), folder is null ? "" : $".{folder}"), "*", SearchOption.AllDirectories)
            .Where(file => Path.GetDirectoryName(file) is { } parent && (parent.EndsWith("/new", StringComparison.Ordinal) || parent.EndsWith("/cur", StringComparison.Ordinal)))
            .Where(file => folder is not null || !file[_files.Maildir(address).Length..].StartsWith("/.", StringComparison.Ordinal))
            .OrderBy(File.GetLastWriteTimeUtc).Select(file => File.ReadAllText(file, Encoding.Latin1)),
    ];

    /// <summary>Numbers the mails of an inbox anew, as a server does that was restored.</summary>
    public async Task ChangeUidValidityAsync(string address)
    {
        var list = Path.Combine(_files.Maildir(address), "dovecot-uidlist");
        var header = (await File.ReadAllLinesAsync(list))[0].Split(' ');
        foreach (var index in Directory.EnumerateFiles(_files.Maildir(address), "dovecot.index*"))
        {
            File.Delete(index);
        }

        await File.WriteAllTextAsync(list, $"3 V{int.Parse(header[1].AsSpan(1), CultureInfo.InvariantCulture) + 1} N1\n");
    }

    /// <summary>An access token that dovecot and postfix take for the mailbox's owner; one that is over where that is asked.</summary>
    public string TokenFor(string address, bool isOver = false)
    {
        var now = new WallClock().GetUtcNow().ToUnixTimeSeconds();
        var token = $"{Part(new { alg = "HS256", typ = "JWT" })}.{Part(new { email = address, sub = address, iat = now - 600, exp = isOver ? now - 300 : now + 3600 })}";
        return $"{token}.{Base64Url.EncodeToString(HMACSHA256.HashData(_files.TokenKey, Encoding.ASCII.GetBytes(token)))}";
    }

    /// <summary>How the product signs in to send.</summary>
    public SmtpOptions Smtp(string user, string? password, MailSecurity security = MailSecurity.StartTls, string? tokenFile = null) => new()
    {
        Host = "127.0.0.1", Port = security == MailSecurity.ImplicitTls ? SmtpsPort : SmtpPort, Security = security,
        CertificateAuthority = CertificateAuthority, User = user, Password = password, AccessTokenFile = tokenFile,
    };

    /// <summary>How the product signs in to read.</summary>
    public ImapOptions Imap(string user, string? password, MailSecurity security = MailSecurity.ImplicitTls, string? tokenFile = null, string? handledFolder = null, int maxBytes = LargestMail) => new()
    {
        Host = "127.0.0.1", Port = security == MailSecurity.ImplicitTls ? ImapsPort : ImapPort, Security = security,
        CertificateAuthority = CertificateAuthority, User = user, Password = password, AccessTokenFile = tokenFile, HandledFolder = handledFolder, MaxBytes = maxBytes,
    };

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        _changes.Dispose();
        Directory.Delete(_files.Folder, recursive: true);
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Part(object claims) => Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(claims));

    private async Task PrepareAsync()
    {
        await PostmapAsync();
        (await MailPackages.RunAsync("/bin/chown", "postfix", Path.Combine(_files.Folder, "data"))).ShouldBeNull();
        (await MailPackages.RunAsync("/usr/sbin/postfix", "-c", Path.Combine(_files.Folder, "postfix"), "check")).ShouldBeNull();
    }

    private async Task PostmapAsync()
    {
        // Another file in its place: postfix would not notice the same one that changed twice within a second.
        (await MailPackages.RunAsync("/usr/sbin/postmap", "-c", Path.Combine(_files.Folder, "postfix"), $"hash:{_files.Mailboxes}")).ShouldBeNull();
        File.Move($"{_files.Mailboxes}.db", $"{_files.MailboxMap}.db", overwrite: true);
    }

    private static async Task<bool> GreetsAsync(int port)
    {
        try
        {
            using var client = new TcpClient();
            await client.ConnectAsync(IPAddress.Loopback, port);
            return await client.GetStream().ReadAsync(new byte[1]) == 1;
        }
        catch (Exception e) when (e is SocketException or IOException)
        {
            return false;
        }
    }
}
