namespace iStom.Chat.Domain.Clinics;

/// <summary>A clinic was added or changed.</summary>
public sealed record ClinicChanged(Clinic? Before, Clinic? After, Authorship Made) : IChangeOf<Clinic>;
