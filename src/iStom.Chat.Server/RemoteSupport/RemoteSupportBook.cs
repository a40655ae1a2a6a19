using iStom.Chat.Domain.RemoteSupport;
using iStom.Chat.Server.Hosting.Outbound;
using iStom.Chat.Server.Storage;
using iStom.Chat.Server.Storage.Changes;
using NodaTime;

namespace iStom.Chat.Server.RemoteSupport;

/// <summary>The settings of remote support as they are, and whether TeamViewer makes our sessions.</summary>
public sealed class RemoteSupportBook(LiveDocuments<RemoteSupportSettings> kept) : IIntegration
{
    public const string Integration = "teamviewer";

    public Versioned<RemoteSupportSettings> Versioned => kept.Find(RemoteSupportSettings.Only) ?? new(RemoteSupportSettings.Default, StreamVersion.None);

    public RemoteSupportSettings Settings => Versioned.Value;

    /// <summary>How long an invitation holds, and what one connects with is kept.</summary>
    public Duration Limit => Duration.FromMinutes(Settings.AccessMinutes);

    string IIntegration.Name => Integration;

    IReadOnlyList<string> IIntegration.Kinds => [ServiceClosing.Name];

    /// <summary>Whether there is a token.</summary>
    public bool IsSetUp => Settings.TokenHint is not null;
}
