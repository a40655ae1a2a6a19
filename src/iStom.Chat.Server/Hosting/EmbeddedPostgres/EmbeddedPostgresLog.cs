namespace iStom.Chat.Server.Hosting;

/// <summary>Log events 1100–1119.</summary>
internal static partial class EmbeddedPostgresLog
{
    [LoggerMessage(1100, LogLevel.Information, "Creating the embedded database in {Folder} (once, a few seconds)")]
    public static partial void Creating(ILogger logger, string folder);

    [LoggerMessage(1101, LogLevel.Information, "The embedded database is ready (PostgreSQL process {ProcessId}, data in {Folder})")]
    public static partial void Ready(ILogger logger, int processId, string folder);

    [LoggerMessage(1102, LogLevel.Information, "Stopping the embedded database")]
    public static partial void Stopping(ILogger logger);

    [LoggerMessage(1103, LogLevel.Information, "The embedded database has stopped; its data is kept in {Folder}")]
    public static partial void Stopped(ILogger logger, string folder);

    [LoggerMessage(1104, LogLevel.Warning, "A server that was killed left PostgreSQL process {ProcessId} behind; stopping it")]
    public static partial void StoppingLeftover(ILogger logger, int processId);

    [LoggerMessage(1105, LogLevel.Information, "Running as root: copying the database binaries to {Folder}, where account {Account} can run them (once)")]
    public static partial void CopyingBinaries(ILogger logger, string folder, string account);

    [LoggerMessage(1106, LogLevel.Warning, "The embedded database did not stop in time; its guard goes on stopping it")]
    public static partial void StopTakesLong(ILogger logger);

    [LoggerMessage(1107, LogLevel.Error, "The embedded database has ended by itself; its log is {Log}. Restart the server")]
    public static partial void EndedByItself(ILogger logger, string log);
}
