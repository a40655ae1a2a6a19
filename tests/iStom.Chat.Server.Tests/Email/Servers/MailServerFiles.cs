using System.Globalization;
using System.Security.Cryptography;
using iStom.Chat.TestSupport;

namespace iStom.Chat.Server.Tests.Email.Servers;

/// <summary>Everything that a postfix and a dovecot of a test's own need, in one folder; nothing of the system's configuration is read.</summary>
internal sealed class MailServerFiles(string folder)
{
    private const UnixFileMode Everybody = (UnixFileMode)0b111_111_111;

    public string Folder => folder;

    public int SmtpPort { get; } = FreePort.Find();

    public int SmtpsPort { get; } = FreePort.Find();

    public int ImapPort { get; } = FreePort.Find();

    public int ImapsPort { get; } = FreePort.Find();

    public string Certificate => Path.Combine(folder, "cert.pem");

    /// <summary>A file for each, since dovecot reads none twice within a second.</summary>
    public string Users => Path.Combine(folder, "users");

    public string Mailboxes => Path.Combine(folder, "postfix", "mailboxes");

    /// <summary>What postfix reads of it.</summary>
    public string MailboxMap => Path.Combine(folder, "postfix", "mailbox-map");

    public string Log => Path.Combine(folder, "mail.log");

    /// <summary>With what tokens are signed (HS256).</summary>
    public byte[] TokenKey { get; } = RandomNumberGenerator.GetBytes(32);

    public string Maildir(string address) => Path.Combine(folder, "mail", address);

    public async Task WriteAsync()
    {
        var keys = Path.Combine(folder, "keys", "default", "HS256");
        foreach (var part in (string[])["run", "mail", "users", "postfix", "queue", "data", keys])
        {
            Directory.CreateDirectory(Path.Combine(folder, part));
        }

        MailPackages.Allow(Path.Combine(folder, "mail"), Everybody);
        await TestCertificate.WriteAsync(Certificate, Path.Combine(folder, "key.pem"));
        await File.WriteAllTextAsync(Path.Combine(keys, "default"), Convert.ToBase64String(TokenKey));
        await File.WriteAllTextAsync(Path.Combine(folder, "dovecot.conf"), Dovecot);
        await File.WriteAllTextAsync(Path.Combine(folder, "oauth2.conf"), $"introspection_mode = local\nlocal_validation_key_dict = fs:posix:prefix={folder}/keys/\nusername_attribute = email\n");
        await File.WriteAllTextAsync(Path.Combine(folder, "postfix", "main.cf"), Postfix);
        await File.WriteAllTextAsync(Path.Combine(folder, "postfix", "master.cf"), PostfixServices);
        await File.WriteAllTextAsync(Mailboxes, "");
    }

    public void CreateMaildir(string address)
    {
        foreach (var part in (string[])["", "tmp", "new", "cur"])
        {
            var path = Path.Combine(Maildir(address), part);
            Directory.CreateDirectory(path);
            MailPackages.Allow(path, Everybody);
        }
    }

    private string Dovecot => string.Create(CultureInfo.InvariantCulture, $$"""
        protocols = imap
        base_dir = {{folder}}/run
        state_dir = {{folder}}/run
        log_path = {{Log}}
        ssl = required
        ssl_cert = <{{folder}}/cert.pem
        ssl_key = <{{folder}}/key.pem
        auth_mechanisms = plain login xoauth2
        auth_failure_delay = 0
        mail_max_userip_connections = 100
        first_valid_uid = 1
        mail_location = maildir:{{folder}}/mail/%u
        passdb {
          driver = passwd-file
          mechanisms = plain login
          args = scheme=PLAIN {{folder}}/users/%u
        }
        passdb {
          driver = oauth2
          mechanisms = xoauth2
          args = {{folder}}/oauth2.conf
        }
        userdb {
          driver = static
          args = uid=mail gid=mail home={{folder}}/mail/%u
        }
        service imap-login {
          inet_listener imap {
            address = 127.0.0.1
            port = {{ImapPort}}
          }
          inet_listener imaps {
            address = 127.0.0.1
            port = {{ImapsPort}}
            ssl = yes
          }
        }
        service anvil {
          unix_listener anvil-auth-penalty {
            mode = 0
          }
        }
        service auth {
          unix_listener {{folder}}/auth {
            mode = 0666
          }
        }
        namespace inbox {
          inbox = yes
          separator = /
        }
        """) + "\n";

    private string Postfix => $"""
        compatibility_level = 3.6
        queue_directory = {folder}/queue
        data_directory = {folder}/data
        command_directory = /usr/sbin
        daemon_directory = /usr/lib/postfix/sbin
        mail_owner = postfix
        setgid_group = postdrop
        myhostname = mail.{MailServer.Domain}
        mydestination =
        mynetworks =
        inet_interfaces = 127.0.0.1
        inet_protocols = ipv4
        alias_maps =
        local_recipient_maps =
        maillog_file = {Log}
        maillog_file_prefixes = {folder}
        message_size_limit = {MailServer.LargestMail}
        virtual_mailbox_domains = {MailServer.Domain}
        virtual_mailbox_base = {folder}/mail
        virtual_mailbox_maps = hash:{MailboxMap}
        virtual_uid_maps = static:8
        virtual_gid_maps = static:8
        virtual_minimum_uid = 8
        smtpd_tls_cert_file = {folder}/cert.pem
        smtpd_tls_key_file = {folder}/key.pem
        smtpd_tls_security_level = encrypt
        smtpd_tls_auth_only = yes
        smtpd_sasl_auth_enable = yes
        smtpd_sasl_type = dovecot
        smtpd_sasl_path = {folder}/auth
        smtpd_relay_restrictions = permit_sasl_authenticated, reject
        smtpd_recipient_restrictions = permit_sasl_authenticated, reject
        default_transport = error:no mail leaves this machine
        smtputf8_enable = no

        """;

    private string PostfixServices => string.Create(CultureInfo.InvariantCulture, $"""
        127.0.0.1:{SmtpPort} inet n - n - - smtpd
        127.0.0.1:{SmtpsPort} inet n - n - - smtpd
          -o smtpd_tls_wrappermode=yes
        cleanup unix n - n - 0 cleanup
        qmgr unix n - n 300 1 qmgr
        tlsmgr unix - - n 1000? 1 tlsmgr
        rewrite unix - - n - - trivial-rewrite
        bounce unix - - n - 0 bounce
        defer unix - - n - 0 bounce
        trace unix - - n - 0 bounce
        error unix - - n - - error
        retry unix - - n - - error
        virtual unix - n n - - virtual
        anvil unix - - n - 1 anvil
        postlog unix-dgram n - n - 1 postlogd
        """) + "\n";
}
