using iStom.Chat.Server.Storage.Outbox;

namespace iStom.Chat.Server.Hosting.Outbound;

/// <summary>A call of another program did not come through.</summary>
/// <param name="reason">Of <see cref="OutboundFailures"/>, as people are shown it in words; no address and no secret.</param>
/// <param name="inner">What was behind it.</param>
public sealed class OutboundException(string reason, Exception? inner = null) : Exception(reason, inner), IPostponing
{
    /// <summary>Why, as a stable word.</summary>
    public string Reason => Message;

    /// <inheritdoc/>
    public bool IsPostponed => Reason == OutboundFailures.Paused;
}
