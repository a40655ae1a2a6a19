namespace iStom.Chat.Domain.Wording;

/// <summary>A place in the panel whose words staff may change.</summary>
/// <param name="Name">Under which the panel knows it.</param>
/// <param name="Longest">In UTF-16 code units: what there is room for.</param>
/// <param name="Placeholders">What is filled in there, and must be.</param>
public sealed record WordedPlace(string Name, int Longest, params IReadOnlyList<string> Placeholders);
