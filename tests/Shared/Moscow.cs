using NodaTime;

namespace iStom.Chat.TestSupport;

/// <summary>Instants as people in Moscow write them.</summary>
public static class Moscow
{
    private static readonly DateTimeZone Zone = DateTimeZoneProviders.Tzdb["Europe/Moscow"];

    public static Instant At(int year, int month, int day, int hour, int minute, int second = 0) =>
        new LocalDateTime(year, month, day, hour, minute, second).InZoneStrictly(Zone).ToInstant();
}
