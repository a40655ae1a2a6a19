namespace iStom.Chat.Domain.Alarms;

/// <summary>The routes of alarms were changed.</summary>
public sealed record AlarmSettingsChanged(AlarmSettings? Before, AlarmSettings? After, Authorship Made) : IChangeOf<AlarmSettings>;
