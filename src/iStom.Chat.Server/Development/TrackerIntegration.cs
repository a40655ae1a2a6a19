using iStom.Chat.Domain.Development;
using iStom.Chat.Server.Hosting.Outbound;

namespace iStom.Chat.Server.Development;

/// <summary>An issue tracker in the list of integrations.</summary>
internal sealed class TrackerIntegration(Tracker tracker, TrackerGate gate) : IIntegration
{
    public string Name => NameOf(tracker);

    public bool IsSetUp => gate.Listens(tracker);

    public static string NameOf(Tracker tracker) => tracker switch
    {
        Tracker.Jira => "jira",
        Tracker.YouTrack => "youtrack",
        _ => "github",
    };
}
