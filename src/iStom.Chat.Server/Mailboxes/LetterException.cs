using iStom.Chat.Server.Storage.Outbox;

namespace iStom.Chat.Server.Mailboxes;

/// <summary>A mail of ours did not leave this time.</summary>
/// <param name="reason">A stable code, which the desk puts into words; no address and no text.</param>
public sealed class LetterException(string reason, Exception? inner = null) : Exception(reason, inner), IPostponing
{
    /// <inheritdoc/>
    public bool IsPostponed => Message == LetterFailures.Paused;
}
