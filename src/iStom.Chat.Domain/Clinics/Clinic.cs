using iStom.Chat.Domain.Regulation;

namespace iStom.Chat.Domain.Clinics;

/// <summary>The customer organisation.</summary>
/// <param name="Id">Which clinic.</param>
/// <param name="Name">As the contract calls it.</param>
/// <param name="Tariff">Decides level and scope of new waits; a change touches no open one.</param>
public sealed record Clinic(ClinicId Id, string Name, Tariff Tariff) : IKept
{
    Guid IKept.Key => Id.Value;

    string IKept.Title => Name;
}
