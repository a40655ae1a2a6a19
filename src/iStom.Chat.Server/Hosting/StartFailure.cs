using iStom.Chat.Server.Storage;
using Npgsql;

namespace iStom.Chat.Server.Hosting;

/// <summary>What the person at the terminal is told when the server cannot start: lines to act on instead of a stack trace.</summary>
public static class StartFailure
{
    /// <summary>Null for what is a bug of ours, which is to be seen in full.</summary>
    public static string? TextOf(Exception exception) => exception switch
    {
        SettingsException => $"The configuration is wrong:\n{Indented(exception.Message)}",
        EmbeddedPostgresException or NewerDatabaseException => exception.Message,
        PostgresException e => $"The database refuses: {e.MessageText} ({e.SqlState})",
        NpgsqlException e => $"The database cannot be reached: {string.Join(" ", Messages(e))}",
        IOException e when e.Message.Contains("Failed to bind", StringComparison.Ordinal) => e.Message,
        _ => null,
    };

    /// <summary>Ends a start that has failed: 1, with the reason on the standard error.</summary>
    public static int Tell(string text)
    {
        Console.Error.WriteLine(text);
        return 1;
    }

    /// <summary>What is wrong with a certificate stands in the inner exception.</summary>
    private static IEnumerable<string> Messages(Exception? exception)
    {
        for (; exception is not null; exception = exception.InnerException)
        {
            yield return exception.Message;
        }
    }

    private static string Indented(string lines) => "  " + lines.Replace("\n", "\n  ", StringComparison.Ordinal);
}
