namespace iStom.Chat.Domain.Integrations;

/// <summary>A key was made, or taken back.</summary>
public sealed record ApiKeyChanged(ApiKey? Before, ApiKey? After, Authorship Made) : IChangeOf<ApiKey>;
