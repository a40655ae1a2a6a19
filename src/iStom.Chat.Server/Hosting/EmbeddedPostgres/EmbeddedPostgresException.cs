namespace iStom.Chat.Server.Hosting;

/// <summary>The embedded database cannot start; the message is one line for the person at the terminal.</summary>
public sealed class EmbeddedPostgresException : Exception
{
    /// <summary>A failure without a known cause.</summary>
    public EmbeddedPostgresException()
    {
    }

    /// <summary>A failure told in one line.</summary>
    public EmbeddedPostgresException(string message)
        : base(message)
    {
    }

    /// <summary>A failure told in one line, with what caused it.</summary>
    public EmbeddedPostgresException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
