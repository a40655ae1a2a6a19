namespace iStom.Chat.Domain.Alarms;

/// <summary>Who is told when a deadline comes near or is missed, and when a Paid ticket waits at night. There is one of it.</summary>
/// <param name="Near">A deadline comes near.</param>
/// <param name="Missed">A deadline was missed.</param>
/// <param name="Night">A Paid ticket waits outside working hours; whoever is on duty for Paid is told anyway.</param>
/// <param name="RepeatMinutes">After so many minutes the night's alarm is told again, until somebody acknowledges it.</param>
/// <param name="WebhookUrl">Where another program is told; null: nowhere.</param>
/// <param name="SecretHint">The end of the secret that signs what it is told; null: there is none.</param>
public sealed record AlarmSettings(AlarmRoute Near, AlarmRoute Missed, AlarmRoute Night, int RepeatMinutes, string? WebhookUrl, string? SecretHint) : IKept
{
    public const int ShortestRepeat = 1;
    public const int LongestRepeat = 60;

    /// <summary>Addresses that are told by mail; more are a mailing list's matter.</summary>
    public const int MostAddresses = 10;

    public static readonly Guid Only = new("616c6172-6d73-8000-8000-000000000000");

    /// <summary>As long as nobody has changed it: the desks of those on duty alone.</summary>
    public static AlarmSettings Default { get; } = new(AlarmRoute.None, AlarmRoute.None, AlarmRoute.None, 5, WebhookUrl: null, SecretHint: null);

    public Guid Id { get; init; } = Only;

    /// <summary>Who is told by mail, of the kinds whose route says so.</summary>
    public IReadOnlyList<string> MailTo { get; init; } = [];

    Guid IKept.Key => Only;

    string IKept.Title => "";

    public AlarmRoute RouteOf(AlarmKind kind) => kind switch
    {
        AlarmKind.DeadlineNear => Near,
        AlarmKind.DeadlineMissed => Missed,
        _ => Night,
    };

    /// <summary>Whether alarms of this kind are raised at all. A deadline is told by each desk itself; here it is for others.</summary>
    public bool Raises(AlarmKind kind) => kind == AlarmKind.PaidAtNight || RouteOf(kind).IsUsed();

    public bool UsesMail() => Near.Mail || Missed.Mail || Night.Mail;

    public bool UsesWebhook() => Near.Webhook || Missed.Webhook || Night.Webhook;
}
