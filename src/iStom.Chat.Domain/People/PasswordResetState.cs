namespace iStom.Chat.Domain.People;

/// <summary>What became of a way back.</summary>
public enum PasswordResetState
{
    Open,
    Used,
}
