namespace iStom.Chat.Server.Email.Compose;

/// <summary>A header besides those that every mail has.</summary>
/// <param name="Name">Letters, digits and hyphens.</param>
/// <param name="Value">One line; control characters become spaces.</param>
public sealed record MailHeader(string Name, string Value);
