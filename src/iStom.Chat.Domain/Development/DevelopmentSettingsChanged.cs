namespace iStom.Chat.Domain.Development;

/// <summary>Who is told of development, or who tells of it, was changed.</summary>
public sealed record DevelopmentSettingsChanged(DevelopmentSettings? Before, DevelopmentSettings? After, Authorship Made) : IChangeOf<DevelopmentSettings>;
