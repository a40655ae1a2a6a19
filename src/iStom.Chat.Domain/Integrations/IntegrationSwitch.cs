namespace iStom.Chat.Domain.Integrations;

/// <summary>Whether an integration is to rest. Without one it works.</summary>
/// <param name="Id">Follows from the name.</param>
/// <param name="Name">The integration's: lower-case words with hyphens, for ever.</param>
/// <param name="IsPaused">Nothing goes out, and what comes in is refused, until somebody lets it go on.</param>
public sealed record IntegrationSwitch(Guid Id, string Name, bool IsPaused) : IKept
{
    Guid IKept.Key => Id;

    string IKept.Title => Name;
}
