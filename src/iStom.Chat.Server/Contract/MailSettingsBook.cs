using iStom.Chat.Domain.Mail;
using iStom.Chat.Server.Storage;
using iStom.Chat.Server.Storage.Changes;
using NodaTime;

namespace iStom.Chat.Server.Contract;

/// <summary>The settings of mail as they are.</summary>
public sealed class MailSettingsBook(LiveDocuments<MailSettings> kept)
{
    /// <summary>Told after each change.</summary>
    public event EventHandler? Changed
    {
        add => kept.Changed += value;
        remove => kept.Changed -= value;
    }

    public Versioned<MailSettings> Versioned => kept.Find(MailSettings.Only) ?? new(MailSettings.Default, StreamVersion.None);

    public MailSettings Settings => Versioned.Value;

    /// <summary>The largest mail, in bytes.</summary>
    public int LargestBytes => Settings.LargestMebibytes << 20;

    /// <summary>How long an answer in the chat waits to be read there.</summary>
    public Duration ReadingTime => Duration.FromMinutes(Settings.ReadingMinutes);
}
