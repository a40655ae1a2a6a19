namespace iStom.Chat.Domain.Development;

/// <summary>The issue trackers whose webhooks are understood.</summary>
public enum Tracker
{
    Jira,
    YouTrack,
    GitHub,
}
