using NodaTime;

namespace iStom.Chat.Server.RemoteSupport;

/// <summary>A session that TeamViewer has made. Its words name nothing of it.</summary>
/// <param name="Code">Such as <c>s12-345-678</c>.</param>
/// <param name="CustomerLink">Where the customer joins.</param>
/// <param name="SupporterLink">Where the supporter does.</param>
/// <param name="ValidUntil">When the code ends by itself; null where TeamViewer does not say.</param>
public sealed record ServiceSession(string Code, string CustomerLink, string SupporterLink, Instant? ValidUntil)
{
    public override string ToString() => nameof(ServiceSession);
}

/// <summary>isOpen: the code still serves. isOnline: the customer has joined and waits.</summary>
public sealed record ServiceState(bool IsOpen, bool IsOnline);
