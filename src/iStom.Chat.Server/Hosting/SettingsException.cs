namespace iStom.Chat.Server.Hosting;

/// <summary>The configuration makes no sense. Holds everything that is wrong, a line each, so that it is mended in one go.</summary>
public sealed class SettingsException : Exception
{
    public SettingsException()
    {
    }

    public SettingsException(string message)
        : base(message)
    {
    }

    public SettingsException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    public SettingsException(IReadOnlyList<string> errors)
        : this(string.Join('\n', errors))
    {
    }
}
