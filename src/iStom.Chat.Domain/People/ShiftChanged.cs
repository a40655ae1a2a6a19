namespace iStom.Chat.Domain.People;

/// <summary>A line of the roster was added, changed or taken out.</summary>
public sealed record ShiftChanged(Shift? Before, Shift? After, Authorship Made) : IChangeOf<Shift>;
