namespace iStom.Chat.Domain.RemoteSupport;

/// <summary>Why TeamViewer is of no use now. Codes are part of the public protocol.</summary>
public static class TeamViewerRefusals
{
    /// <summary>An id is 8 to 10 digits; a password has at most 64 characters.</summary>
    public static readonly Refusal IdMalformed = new("teamviewer-id-malformed");

    /// <summary>There is no token, so no session can be made: the visitor's own id is asked for.</summary>
    public static readonly Refusal NotSetUp = new("teamviewer-not-set-up");

    /// <summary>TeamViewer made no session, or said nothing of it.</summary>
    /// <param name="reason">Why, as in the health of the integration.</param>
    public static Refusal Unavailable(string reason) => new("teamviewer-unavailable", new Dictionary<string, string>(StringComparer.Ordinal) { ["reason"] = reason });
}
