using System.Globalization;
using System.Text;

namespace iStom.Chat.Server.Email.Transport;

/// <summary>Signing in to an IMAP server, over a connection that nobody else reads (RFC 9051, 6.2).</summary>
internal static class ImapSignIn
{
    /// <exception cref="MailServerException">No way that we know, or the server refuses.</exception>
    public static async Task RunAsync(ImapConnection connection, Credential credential, CancellationToken cancellation)
    {
        var answer = (await connection.CommandAsync(Lines(connection.Capabilities, credential), cancellation))[^1];
        if (answer.Kind != "OK")
        {
            // RFC 5530: its own trouble, not ours.
            throw new MailServerException(answer.HasCode("UNAVAILABLE") ? MailFailures.Deferred : MailFailures.SignIn, answer.Words);
        }
    }

    private static string[] Lines(IReadOnlySet<string> capabilities, Credential credential)
    {
        // The empty line answers a server that refuses by asking once more (XOAUTH2).
        if (capabilities.Contains($"AUTH={credential.Mechanism}"))
        {
            return capabilities.Contains("SASL-IR") ? [$"AUTHENTICATE {credential.Mechanism} {credential.Answer}", ""] : [$"AUTHENTICATE {credential.Mechanism}", credential.Answer, ""];
        }

        if (credential.IsToken || capabilities.Contains("LOGINDISABLED"))
        {
            throw new MailServerException(MailFailures.NoSignIn);
        }

        return Login(credential, isAtOnce: capabilities.Contains("LITERAL+"));
    }

    /// <summary>In quotes, or as literals: at once (RFC 7888), or each when the server asks for it.</summary>
    private static string[] Login(Credential credential, bool isAtOnce)
    {
        if (ImapText.IsQuotable(credential.User) && ImapText.IsQuotable(credential.Secret))
        {
            return [$"LOGIN {ImapText.Quoted(credential.User)} {ImapText.Quoted(credential.Secret)}"];
        }

        string[] lines = [$"LOGIN {Literal(credential.User, isAtOnce)}", $"{credential.User} {Literal(credential.Secret, isAtOnce)}", credential.Secret];
        return isAtOnce ? [string.Join("\r\n", lines)] : lines;
    }

    private static string Literal(string text, bool isAtOnce) => string.Create(CultureInfo.InvariantCulture, $"{{{Encoding.UTF8.GetByteCount(text)}{(isAtOnce ? "+" : "")}}}");
}
