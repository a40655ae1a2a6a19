using System.Net;

namespace iStom.Chat.Server.Hosting.Identity;

/// <summary>Where an attempt to sign in comes from.</summary>
/// <param name="Address">The network address; null where it is not known.</param>
/// <param name="Words">Browser and system in words; null where they are not known.</param>
/// <param name="Device">The browser, where somebody has signed in with it before.</param>
public sealed record SignInSource(IPAddress? Address, string? Words = null, KnownDevice? Device = null)
{
    /// <summary>Of a test or the terminal.</summary>
    public static SignInSource Unknown { get; } = new(Address: null);
}
