namespace iStom.Chat.Domain.People;

/// <summary>Somebody was invited; or an invitation was renewed, revoked or accepted.</summary>
public sealed record InvitationChanged(Invitation? Before, Invitation? After, Authorship Made) : IChangeOf<Invitation>;
