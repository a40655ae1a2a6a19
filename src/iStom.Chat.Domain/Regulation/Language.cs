namespace iStom.Chat.Domain.Regulation;

/// <summary>The languages that promises explain themselves in.</summary>
public enum Language
{
    Russian,
    English,
}
