namespace iStom.Chat.Server.Alarms;

/// <summary>A call of another program did not come through.</summary>
/// <param name="reason">A stable word for it, as people are shown it; no address and no secret.</param>
/// <param name="inner">What was behind it.</param>
public sealed class WebhookException(string reason, Exception? inner = null) : Exception(reason, inner);
