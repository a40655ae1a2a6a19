namespace iStom.Chat.Server.Contract;

/// <summary>What a part of a file does to what it is about.</summary>
public enum ImportOutcome
{
    Added,
    Changed,
    Unchanged,
    Error,
}
