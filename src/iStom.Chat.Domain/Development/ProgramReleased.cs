namespace iStom.Chat.Domain.Development;

/// <summary>A version came out; there is no way back from having told people.</summary>
public sealed record ProgramReleased(ProgramRelease? Before, ProgramRelease? After, Authorship Made) : IChangeOf<ProgramRelease>;
