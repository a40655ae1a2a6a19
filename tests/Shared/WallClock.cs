namespace iStom.Chat.TestSupport;

/// <summary>The machine's own time, for limits on waiting: a test that takes too long is a failure whatever the fake clock says.</summary>
public sealed class WallClock : TimeProvider;
