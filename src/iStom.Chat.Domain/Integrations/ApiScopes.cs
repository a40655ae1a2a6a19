namespace iStom.Chat.Domain.Integrations;

/// <summary>What a key of the API may be allowed.</summary>
public static class ApiScopes
{
    /// <summary>Adding and changing clinics by their number in the billing system.</summary>
    public const string ClinicsWrite = "clinics:write";

    public static IReadOnlyList<string> All { get; } = [ClinicsWrite];
}
