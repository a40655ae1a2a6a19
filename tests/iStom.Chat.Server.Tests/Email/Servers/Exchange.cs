namespace iStom.Chat.Server.Tests.Email.Servers;

/// <summary>A step of a scripted conversation.</summary>
/// <param name="Hears">What the client must have said before, anywhere in a line; null: nothing.</param>
/// <param name="Says">The answer as it is, <c>TAG</c> being the client's; null: the connection is cut.</param>
/// <param name="Encrypts">TLS begins behind the answer.</param>
internal sealed record Exchange(string? Hears, string? Says, bool Encrypts = false)
{
    /// <summary>Nothing is said, and nothing is cut.</summary>
    public const string Silence = "(silence)";

    /// <summary>A line that never ends.</summary>
    public const string Endless = "(endless)";
}
