namespace iStom.Chat.Server.Email.Text;

/// <summary>Subjects of mails that bring another one along.</summary>
internal static class ForwardedSubject
{
    private static readonly string[] Prefixes = ["fw:", "fwd:", "пересл:", "пересыл:"];

    public static bool Is(string subject) => Prefixes.Any(prefix => subject.TrimStart().StartsWith(prefix, StringComparison.OrdinalIgnoreCase));
}
