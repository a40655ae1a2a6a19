namespace iStom.Chat.Domain.Mail;

/// <summary>How much mail is taken in and how long an answer waits, whichever mailbox it comes into. There is one of it.</summary>
/// <param name="LargestMebibytes">Of a larger mail only the head is taken in, and the desk tells of it.</param>
/// <param name="MostPerHour">Mails of one address within an hour; the rest is held back.</param>
/// <param name="MostAcknowledgements">Acknowledgements to one address within an hour; the further tickets are opened without one.</param>
/// <param name="ReadingMinutes">So long an answer in the chat waits to be read there, before it goes by mail to whoever left an address.</param>
/// <param name="HeldBackDays">So long a mail that was held back is kept.</param>
public sealed record MailSettings(int LargestMebibytes, int MostPerHour, int MostAcknowledgements, int ReadingMinutes, int HeldBackDays) : IKept
{
    /// <summary>In MiB: what the reader of mails reads of one.</summary>
    public const int LargestMail = 25;

    public const int LargestPerHour = 1000;
    public const int LargestAcknowledgements = 100;
    public const int LongestReading = 60;
    public const int LongestHeldBack = 365;

    public static readonly Guid Only = new("6d61696c-7365-8000-8000-000000000000");

    /// <summary>As long as nobody has changed it.</summary>
    public static MailSettings Default { get; } = new(LargestMebibytes: 25, MostPerHour: 30, MostAcknowledgements: 3, ReadingMinutes: 3, HeldBackDays: 30);

    public Guid Id { get; init; } = Only;

    Guid IKept.Key => Only;

    string IKept.Title => "";
}
