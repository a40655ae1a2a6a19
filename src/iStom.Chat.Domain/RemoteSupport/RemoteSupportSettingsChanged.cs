namespace iStom.Chat.Domain.RemoteSupport;

/// <summary>How agents look at a customer's screen was changed; the token is in no event.</summary>
public sealed record RemoteSupportSettingsChanged(RemoteSupportSettings? Before, RemoteSupportSettings? After, Authorship Made) : IChangeOf<RemoteSupportSettings>;
