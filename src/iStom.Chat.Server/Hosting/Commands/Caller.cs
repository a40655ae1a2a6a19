using iStom.Chat.Domain;
using iStom.Chat.Domain.Regulation;
using iStom.Chat.Server.Hosting.Identity;
using NodaTime;

namespace iStom.Chat.Server.Hosting.Commands;

/// <summary>Who gives a command. Taken from the connection, never from a payload.</summary>
/// <param name="Language">In which texts are answered.</param>
public abstract record Caller(Language Language);

/// <summary>A browser with a visitor's key, or the verified user as whom it writes.</summary>
public sealed record VisitorCaller(VisitorId Visitor, ConversationId Conversation, Language Language) : Caller(Language)
{
    /// <summary>The browser itself.</summary>
    public VisitorId Browser { get; init; } = Visitor;
}

/// <summary>A signed-in member of the staff.</summary>
public sealed record AgentCaller(
    AgentId Agent, string Name, IReadOnlyList<AgentRole> Roles, bool PaidSupport, Language Language) : Caller(Language)
{
    /// <summary>The network address; null when it is not known.</summary>
    public string? Address { get; init; }

    /// <summary>The sign-in by which they are known.</summary>
    public Guid Session { get; init; }

    /// <summary>What stands in the event of a change that this caller makes.</summary>
    public Authorship Made(Instant at) => new(Actor.Of(Agent), Address, at);
}

/// <summary>Another program, by its key.</summary>
public sealed record ApiCaller(ApiKeyId Key, string Name, IReadOnlyList<string> Scopes, string? Address, Language Language) : Caller(Language)
{
    /// <inheritdoc cref="AgentCaller.Made"/>
    public Authorship Made(Instant at) => new(Actor.Of(Key), Address, at);
}

/// <summary>A browser that is not known yet; it may ask for a key and nothing else.</summary>
public sealed record Nobody() : Caller(Language.Russian)
{
    public static Nobody Yet { get; } = new();
}

/// <summary>Whoever runs the server's own program.</summary>
public sealed record Operator() : Caller(Language.Russian)
{
    public static Operator AtTheTerminal { get; } = new();
}

/// <summary>The product itself.</summary>
public sealed record DeskCaller() : Caller(Language.Russian)
{
    public static DeskCaller Itself { get; } = new();
}

/// <summary>The telephone exchange, known by its signature.</summary>
public sealed record ExchangeCaller() : Caller(Language.Russian)
{
    public static ExchangeCaller BySecret { get; } = new();
}

/// <summary>Somebody who has written to one of our mailboxes: nobody knows who it is, whatever the mail says.</summary>
public sealed record MailCaller(MailboxId Mailbox) : Caller(Language.Russian);
