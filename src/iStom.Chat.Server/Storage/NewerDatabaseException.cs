namespace iStom.Chat.Server.Storage;

/// <summary>The database belongs to a newer server and was left as it is; the message is one line for the person at the terminal.</summary>
public sealed class NewerDatabaseException : Exception
{
    /// <summary>A newer database, nothing more is known.</summary>
    public NewerDatabaseException()
    {
    }

    /// <summary>A newer database, told in one line.</summary>
    public NewerDatabaseException(string message)
        : base(message)
    {
    }

    /// <summary>A newer database, told in one line, with what caused it.</summary>
    public NewerDatabaseException(string message, Exception inner)
        : base(message, inner)
    {
    }
}
