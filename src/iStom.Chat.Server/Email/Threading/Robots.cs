using iStom.Chat.Server.Email.Mime;

namespace iStom.Chat.Server.Email.Threading;

/// <summary>What programs that send mail call themselves and their mails.</summary>
internal static class Robots
{
    private static readonly HashSet<string> Systems = new(StringComparer.OrdinalIgnoreCase) { "mailer-daemon", "postmaster", "mail-daemon", "mailerdaemon", "microsoftexchange329e71ec88ae4615bbc36ab6ce41109e" };

    private static readonly HashSet<string> Names = new(StringComparer.OrdinalIgnoreCase)
    {
        "noreply", "no-reply", "no_reply", "donotreply", "do-not-reply", "do_not_reply", "bounce", "bounces", "autoreply", "auto-reply", "robot", "notifications-noreply", "nobody",
    };

    /// <summary>How Exchange, Gmail, Yandex and Mail.ru begin the subject of an automatic answer, and people who set one up.</summary>
    private static readonly string[] AutoReplies =
    [
        "automatic reply:", "auto reply:", "auto-reply:", "autoreply:", "auto:", "автоответ:", "автоматический ответ:", "авто-ответ:", "автоответчик:", "re: автоответ", "(автоответ)", "[автоответ]", "autosvar:", "automatische antwort:",
    ];

    private static readonly string[] Away =
    [
        "automatic reply:", "out of office", "out of the office", "away from", "автоматический ответ:", "автоответ", "нет на работе", "нет на месте", "вне офиса", "в отпуске", "отсутствую", "on vacation", "on holiday",
    ];

    public static bool IsMailSystem(MailMessage mail) => mail.From.Any(from => Systems.Contains(from.LocalPart));

    public static bool IsRobot(MailAddress address) => Names.Contains(address.LocalPart) || Systems.Contains(address.LocalPart);

    public static bool IsAutoReply(string subject) => AutoReplies.Any(start => subject.StartsWith(start, StringComparison.OrdinalIgnoreCase));

    public static bool IsAway(string subject) => Away.Any(words => subject.Contains(words, StringComparison.OrdinalIgnoreCase));
}
