namespace iStom.Chat.Server.RemoteSupport;

/// <summary>What <see cref="Contract.RemoteAccess"/> keeps sealed. Its words name nothing of it.</summary>
/// <param name="Code">Of the session at TeamViewer, with the links of both sides; null where the visitor gives their own id.</param>
/// <param name="TeamViewerId">The visitor's own.</param>
public sealed record RemoteSecret(string? Code, string? CustomerLink, string? SupporterLink, string? TeamViewerId, string? Password)
{
    public static RemoteSecret Of(ServiceSession session) => new(session.Code, session.CustomerLink, session.SupporterLink, TeamViewerId: null, Password: null);

    public static RemoteSecret Of(Domain.RemoteSupport.TeamViewerAccess access) => new(Code: null, CustomerLink: null, SupporterLink: null, access.Id, access.Password);

    public override string ToString() => nameof(RemoteSecret);
}
