namespace iStom.Chat.Domain.Integrations;

/// <summary>An integration was paused, or let go on.</summary>
public sealed record IntegrationSwitchChanged(IntegrationSwitch? Before, IntegrationSwitch? After, Authorship Made) : IChangeOf<IntegrationSwitch>;
