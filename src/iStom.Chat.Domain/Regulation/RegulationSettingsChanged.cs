namespace iStom.Chat.Domain.Regulation;

/// <summary>An edition of the regulation was added, or changed before it held.</summary>
public sealed record RegulationSettingsChanged(RegulationSettings? Before, RegulationSettings? After, Authorship Made) : IChangeOf<RegulationSettings>;
