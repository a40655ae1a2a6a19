using NodaTime;
using NodaTime.Text;

namespace iStom.Chat.Domain.Tests.Regulation;

/// <summary>Instants written as the wall clock in Moscow shows them: "2026-10-30 18:00", seconds if need be.</summary>
internal static class MoscowTime
{
    private static readonly DateTimeZone Zone = DateTimeZoneProviders.Tzdb["Europe/Moscow"];

    public static Instant At(string text) => LocalDateTimePattern
        .CreateWithInvariantCulture(text.Length == 16 ? "uuuu-MM-dd HH:mm" : "uuuu-MM-dd HH:mm:ss.FFFFFFFFF")
        .Parse(text).GetValueOrThrow()
        .InZoneStrictly(Zone)
        .ToInstant();

    public static string Show(Instant instant) =>
        LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd HH:mm:ss.FFFFFFFFF").Format(instant.InZone(Zone).LocalDateTime);
}
