namespace iStom.Chat.Domain.People;

/// <summary>What became of an invitation.</summary>
public enum InvitationState
{
    Open,
    Accepted,
    Revoked,
}
