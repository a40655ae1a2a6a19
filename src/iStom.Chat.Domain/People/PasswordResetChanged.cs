namespace iStom.Chat.Domain.People;

/// <summary>An administrator made somebody a way back to their lost password; or it was used.</summary>
public sealed record PasswordResetChanged(PasswordReset? Before, PasswordReset? After, Authorship Made) : IChangeOf<PasswordReset>;
