namespace iStom.Chat.Domain.Regulation;

/// <summary>What a clinic has bought (§2.3.1).</summary>
public enum SupportPlan
{
    Standard,
    Paid,
}
