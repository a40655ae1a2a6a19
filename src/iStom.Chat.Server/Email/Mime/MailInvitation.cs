using System.Globalization;
using NodaTime.Text;

namespace iStom.Chat.Server.Email.Mime;

/// <summary>A meeting in a message (iCalendar, RFC 5545, sent by RFC 6047). Values are as the sender's calendar has them.</summary>
/// <param name="Method">REQUEST, CANCEL, REPLY … in upper case; empty when it does not say.</param>
/// <param name="Summary">What it is about.</param>
/// <param name="Start">Local date and time, with its zone: <c>2026-11-23 10:00 (Europe/Moscow)</c>.</param>
/// <param name="End">In the same form.</param>
/// <param name="Location">Where, or the link of a call.</param>
/// <param name="Organizer">Who invites.</param>
/// <param name="Description">The words of the invitation; may have several lines.</param>
public sealed record MailInvitation(string Method, string Summary, string Start, string End, string Location, MailAddress? Organizer, string Description)
{
    /// <summary>The first event of a calendar; nothing when there is none.</summary>
    internal static MailInvitation? Read(string calendar)
    {
        var fields = CalendarFields.Read(calendar);
        return fields is null ? null : new(
            OneLine.Of(fields.Method, MailLimits.ValueCharacters).ToUpperInvariant(),
            OneLine.Of(fields["SUMMARY"].Value, MailLimits.ValueCharacters),
            Time(fields["DTSTART"]), Time(fields["DTEND"]),
            OneLine.Of(fields["LOCATION"].Value, MailLimits.ValueCharacters),
            Person(fields["ORGANIZER"]),
            PlainText.Clean(fields["DESCRIPTION"].Value).Trim());
    }

    /// <summary>The event in words, a line for each thing that is known.</summary>
    public string ToText() => string.Join('\n', new[]
    {
        Summary, Start.Length > 0 && End.Length > 0 ? $"{Start} – {End}" : Start, Location, Organizer?.Display ?? "", Description,
    }.Where(line => line.Length > 0));

    /// <summary>RFC 5545 §3.3.5: local, in a zone of the calendar, or UTC. What is no time stays as it is.</summary>
    private static string Time((string Value, string Parameters) field)
    {
        var value = OneLine.Of(field.Value, 100);
        var pattern = LocalDateTimePattern.CreateWithInvariantCulture("yyyyMMdd'T'HHmmss");
        if (pattern.Parse(value.TrimEnd('Z')) is not { Success: true } time)
        {
            return LocalDatePattern.CreateWithInvariantCulture("yyyyMMdd").Parse(value) is { Success: true } date ? LocalDatePattern.Iso.Format(date.Value) : value;
        }

        var zone = value.EndsWith('Z') ? "UTC" : OneLine.Of(StructuredValue.Read(field.Parameters).Parameters.GetValueOrDefault("tzid"), 100);
        return time.Value.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) + (zone.Length > 0 ? $" ({zone})" : "");
    }

    private static MailAddress? Person((string Value, string Parameters) field)
    {
        var address = field.Value.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase) ? field.Value["mailto:".Length..] : field.Value;
        return MailAddress.TryParse(address, out var person) ? person.Named(StructuredValue.Read(field.Parameters).Parameters.GetValueOrDefault("cn")) : null;
    }
}
