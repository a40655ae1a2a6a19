namespace iStom.Chat.Server.Pages;

/// <summary>The secret of a link, in a body: never in a path.</summary>
internal sealed record SecretShown(string? Secret);
