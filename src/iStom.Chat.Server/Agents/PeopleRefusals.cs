using iStom.Chat.Domain;

namespace iStom.Chat.Server.Agents;

/// <summary>Why an account is not changed.</summary>
internal static class PeopleRefusals
{
    public static readonly Refusal AgentNotFound = new("agent-not-found");
    public static readonly Refusal EmailTaken = new("email-taken");
    public static readonly Refusal LastAdministrator = new("last-administrator");
    public static readonly Refusal ChangedMeanwhile = new("changed-meanwhile");
    public static readonly Refusal WrongPassword = new("wrong-password");
    public static readonly Refusal BadCode = new("bad-code");
    public static readonly Refusal LockedOut = new("locked-out");
}
