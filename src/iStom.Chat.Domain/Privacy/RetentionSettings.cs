namespace iStom.Chat.Domain.Privacy;

/// <summary>How long what people wrote and what the product notes is kept, in days; null: for ever. There is one of it.</summary>
/// <param name="ConversationDays">After so long without a word, a conversation whose tickets are all over is erased.</param>
/// <param name="AuditDays">Lines of the audit are dropped; what staff keep stays as it is.</param>
/// <param name="TechnicalDays">Ended sign-ins and alarms, messages that are parked in the outbox, and tokens that have served are dropped.</param>
public sealed record RetentionSettings(int? ConversationDays, int? AuditDays, int? TechnicalDays) : IKept
{
    public const int ShortestConversationDays = 30;
    public const int ShortestAuditDays = 180;
    public const int ShortestTechnicalDays = 7;
    public const int LongestDays = 3650;

    public static readonly Guid Only = new("72657465-6e74-8000-8000-000000000000");

    /// <summary>As long as nobody has changed it: nothing goes.</summary>
    public static RetentionSettings Default { get; } = new(ConversationDays: null, AuditDays: null, TechnicalDays: null);

    public Guid Id { get; init; } = Only;

    Guid IKept.Key => Only;

    string IKept.Title => "";

    /// <summary>Each is off, or within its limits.</summary>
    public bool IsSound() =>
        IsWithin(ConversationDays, ShortestConversationDays) && IsWithin(AuditDays, ShortestAuditDays) && IsWithin(TechnicalDays, ShortestTechnicalDays);

    private static bool IsWithin(int? days, int shortest) => days is null || (days >= shortest && days <= LongestDays);
}
