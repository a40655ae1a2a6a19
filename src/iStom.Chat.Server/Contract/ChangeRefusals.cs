using iStom.Chat.Domain;

namespace iStom.Chat.Server.Contract;

/// <summary>Refusals of changes of what staff keep.</summary>
public static class ChangeRefusals
{
    /// <summary>Somebody else has changed it since it was read.</summary>
    public static readonly Refusal ChangedMeanwhile = new("changed-meanwhile");
}
