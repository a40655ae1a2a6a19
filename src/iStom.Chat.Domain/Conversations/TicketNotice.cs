namespace iStom.Chat.Domain.Conversations;

/// <summary>What the visitor's thread says about a ticket.</summary>
public enum TicketNotice
{
    Opened,
    Resolved,
    Reopened,

    /// <summary>Staff confirmed that it is restore-work (§2.2.3).</summary>
    CriticalityConfirmed,

    /// <summary>Staff declined that it is, and said why.</summary>
    CriticalityRejected,

    /// <summary>§1.3: it was passed to development.</summary>
    WithDevelopment,

    /// <summary>A version came out that brings what it waited for: did it help?</summary>
    NewVersion,

    /// <summary>The visitor has asked to be called back.</summary>
    CallbackRequested,

    /// <summary>§4.1: an agent asks to look at the visitor's screen.</summary>
    RemoteSupportInvited,

    /// <summary>The visitor agreed.</summary>
    RemoteSupportConsented,

    /// <summary>The visitor declined.</summary>
    RemoteSupportDeclined,

    /// <summary>The agent is connected.</summary>
    RemoteSupportStarted,

    /// <summary>Nobody is connected any more, or nobody will be.</summary>
    RemoteSupportEnded,
}
