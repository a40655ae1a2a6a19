namespace iStom.Chat.Domain.Tickets;

/// <summary>A clinic that the customer may belong to. It decides nothing until a person has confirmed it.</summary>
/// <param name="Clinic">Which one.</param>
/// <param name="Name">As it was called then.</param>
/// <param name="IsConfirmed">What an agent has said to it; null: nothing yet.</param>
public sealed record ClinicProposal(ClinicId Clinic, string Name, bool? IsConfirmed);
