using iStom.Chat.Server.Email;

namespace iStom.Chat.Server.Tests.Email.Servers;

/// <summary>People of tests.</summary>
internal static class Someone
{
    public static MailAddress At(string address) =>
        MailAddress.TryParse(address, out var parsed) ? parsed : throw new ArgumentException("Not an address.", nameof(address));
}
