namespace iStom.Chat.Domain.Tickets;

/// <summary>Why remote support is not to be had. Codes are part of the public protocol.</summary>
public static class RemoteSupportRefusals
{
    /// <summary>Another invitation of this ticket is open: it is ended or revoked first.</summary>
    public static readonly Refusal OneIsOpen = new("remote-session-open");

    /// <summary>There is no such invitation, or it is over.</summary>
    public static readonly Refusal Over = new("remote-session-over");

    /// <summary>Nobody connects without the visitor's consent.</summary>
    public static readonly Refusal NotConsented = new("remote-session-not-consented");

    /// <summary>An agent is connected already.</summary>
    public static readonly Refusal Begun = new("remote-session-begun");

    /// <summary>With their consent the visitor gives the id of their own TeamViewer.</summary>
    public static readonly Refusal IdMissing = new("teamviewer-id-missing");
}
