namespace iStom.Chat.Domain.Development;

/// <summary>How much customers suffer from it, as staff judge.</summary>
public enum DevelopmentSeverity
{
    Low,
    Normal,
    High,
    Critical,
}
