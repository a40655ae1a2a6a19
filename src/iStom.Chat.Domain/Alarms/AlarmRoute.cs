namespace iStom.Chat.Domain.Alarms;

/// <summary>Who is told of one kind of alarm, besides those whom the desk tells anyway.</summary>
/// <param name="Leads">Supervisors and administrators, on their desks.</param>
/// <param name="Webhook">Another program.</param>
/// <param name="Mail">The addresses of <see cref="AlarmSettings.MailTo"/>.</param>
public sealed record AlarmRoute(bool Leads, bool Webhook, bool Mail = false)
{
    /// <summary>Nobody else.</summary>
    public static AlarmRoute None { get; } = new(Leads: false, Webhook: false);

    /// <summary>Whether anybody is told.</summary>
    public bool IsUsed() => Leads || Webhook || Mail;
}
