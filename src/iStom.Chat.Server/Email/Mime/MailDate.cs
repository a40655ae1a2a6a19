using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace iStom.Chat.Server.Email.Mime;

/// <summary>
/// Date and time (RFC 5322 §3.3 and §4.3), also without a weekday, seconds or zone, with a year of two digits, with zones by
/// name, and as ISO 8601.
/// </summary>
internal static class MailDate
{
    private static readonly string[] Months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

    /// <summary>Hours from UTC (RFC 5322 §4.3); a zone that is not here counts as UTC, as the RFC says.</summary>
    private static readonly Dictionary<string, int> Zones = new(StringComparer.OrdinalIgnoreCase)
    {
        ["EDT"] = -4, ["EST"] = -5, ["CDT"] = -5, ["CST"] = -6, ["MDT"] = -6, ["MST"] = -7, ["PDT"] = -7, ["PST"] = -8,
        ["MSK"] = 3, ["MSD"] = 4, ["CET"] = 1, ["CEST"] = 2, ["EET"] = 2, ["EEST"] = 3,
    };

    private static readonly InstantPattern Iso = InstantPattern.ExtendedIso;
    private static readonly OffsetDateTimePattern IsoWithOffset = OffsetDateTimePattern.ExtendedIso;

    /// <summary>Nothing for what is no date, or is not between 1970 and 2100.</summary>
    public static Instant? Read(string value)
    {
        var text = OneLine.Of(WithoutComments(value), 100);
        var date = Iso.Parse(text) is { Success: true } utc ? utc.Value
            : IsoWithOffset.Parse(text) is { Success: true } offset ? offset.Value.ToInstant()
            : OfWords(text.Split([' ', ',', '-'], StringSplitOptions.RemoveEmptyEntries), text);
        return date is { } instant && instant >= NodaConstants.UnixEpoch && instant < Instant.FromUtc(2100, 1, 1, 0, 0) ? instant : null;
    }

    private static Instant? OfWords(string[] words, string text)
    {
        var month = Array.FindIndex(words, word => MonthOf(word) > 0);
        var clock = Array.FindIndex(words, word => word.Contains(':', StringComparison.Ordinal));
        if (month < 0 || clock < 0 || Clock(words[clock]) is not { } time)
        {
            return null;
        }

        var isAsctime = clock == month + 2 && Number(words.ElementAtOrDefault(clock + 1)) >= 1000;
        var (day, year) = isAsctime ? (Number(words[month + 1]), Number(words[clock + 1])) : (Number(words.ElementAtOrDefault(month - 1)), Number(words.ElementAtOrDefault(month + 1)));
        return FullYear(year) is var full && full is >= 1900 and < 2200 && day >= 1 && day <= CalendarSystem.Iso.GetDaysInMonth(full, MonthOf(words[month]))
            ? new LocalDate(full, MonthOf(words[month]), day).At(time).WithOffset(isAsctime ? Offset.Zero : Zone(text, words[clock], words.ElementAtOrDefault(clock + 1))).ToInstant()
            : null;
    }

    private static int MonthOf(string word) =>
        word.Length >= 3 ? Array.FindIndex(Months, month => word.StartsWith(month, StringComparison.OrdinalIgnoreCase)) + 1 : 0;

    private static int Number(string? word) => int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1;

    /// <summary>RFC 5322 §4.3: below 50 it is of this century, with three digits from 1900 on.</summary>
    private static int FullYear(int year) => year switch { < 0 => -1, < 50 => year + 2000, < 1000 => year + 1900, _ => year };

    /// <summary>A leap second is the second before it.</summary>
    private static LocalTime? Clock(string word)
    {
        int[] parts = [.. word.Split(':', '.').Take(3).Select(Number)];
        return parts is [>= 0 and < 24, >= 0 and < 60, ..] && (parts.Length < 3 || parts[2] is >= 0 and <= 60)
            ? new LocalTime(parts[0], parts[1], parts.Length < 3 ? 0 : Math.Min(parts[2], 59))
            : null;
    }

    private static Offset Zone(string text, string clock, string? word)
    {
        var rest = text.AsSpan(text.IndexOf(clock, StringComparison.Ordinal) + clock.Length);
        var sign = rest.IndexOfAny('+', '-');
        if (sign < 0)
        {
            return Offset.FromHours(Zones.GetValueOrDefault(word ?? ""));
        }

        var digits = string.Concat(rest[(sign + 1)..].ToArray().Where(char.IsAsciiDigit).Take(4));
        var number = Number(digits);
        var minutes = digits.Length < 3 ? Math.Max(number, 0) * 60 : (number / 100 * 60) + (number % 100);
        return minutes < 18 * 60 ? Offset.FromSeconds((rest[sign] == '-' ? -60 : 60) * minutes) : Offset.Zero;
    }

    private static string WithoutComments(string value)
    {
        var comment = value.IndexOf('(', StringComparison.Ordinal);
        return comment < 0 ? value : value[..comment];
    }
}
