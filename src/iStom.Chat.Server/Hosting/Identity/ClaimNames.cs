namespace iStom.Chat.Server.Hosting.Identity;

/// <summary>What a signed cookie or a recognised key says of its bearer.</summary>
public static class ClaimNames
{
    public const string Visitor = "visitor";
    public const string Browser = "browser";
    public const string Conversation = "conversation";
    public const string Agent = "agent";
    public const string Session = "session";
    public const string ApiKey = "api-key";
    public const string Scope = "scope";
    public const string Name = "name";
    public const string Role = "role";
    public const string PaidSupport = "paid-support";
}
