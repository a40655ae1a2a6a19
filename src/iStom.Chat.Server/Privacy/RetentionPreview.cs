namespace iStom.Chat.Server.Privacy;

/// <summary>What would go today, each counted up to 10,000. conversations: of so many people.</summary>
public sealed record RetentionPreview(int Conversations, int AuditLines, int Technical)
{
    internal bool IsNothing => (Conversations, AuditLines, Technical) == (0, 0, 0);
}
