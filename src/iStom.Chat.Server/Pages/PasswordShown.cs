namespace iStom.Chat.Server.Pages;

/// <summary>The password again, where an unlocked desk is not enough.</summary>
internal sealed record PasswordShown(string? Password);
