using iStom.Chat.Domain;

namespace iStom.Chat.Server.Contract;

/// <summary>Refusals of everything that is sent under a client's id.</summary>
public static class SendRefusals
{
    /// <summary>The id already names something else in this stream: a client that makes UUIDs never meets this.</summary>
    public static readonly Refusal IdUsed = new("id-already-used");
}
