namespace iStom.Chat.Domain.Conversations;

/// <summary>A visitor was blocked, a block got another end or reason, or it was lifted.</summary>
public sealed record VisitorBlockChanged(VisitorBlock? Before, VisitorBlock? After, Authorship Made) : IChangeOf<VisitorBlock>;
