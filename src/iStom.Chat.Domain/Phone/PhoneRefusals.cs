namespace iStom.Chat.Domain.Phone;

/// <summary>Why a number, a call or the exchange's settings cannot be kept as they were given.</summary>
public static class PhoneRefusals
{
    /// <summary>No number that can be called.</summary>
    public static readonly Refusal Malformed = new("phone-malformed");

    /// <summary>A code of a city has three to five digits.</summary>
    public static readonly Refusal CityCodeMalformed = new("city-code-malformed", new Dictionary<string, string>(StringComparer.Ordinal) { ["property"] = nameof(TelephonySettings.CityCode) });

    /// <summary>Days under one, or over the limit.</summary>
    public static readonly Refusal KeepDaysOutOfRange = new("retention-out-of-range", new Dictionary<string, string>(StringComparer.Ordinal) { ["property"] = nameof(TelephonySettings.KeepDays) });

    /// <summary>Longer than a day, or less than nothing.</summary>
    public static readonly Refusal LengthOutOfRange = new("call-length-out-of-range");

    /// <summary>Whoever tells of a call does not show the exchange's secret, or shows it for something else.</summary>
    public static readonly Refusal NotSigned = new("call-not-signed");

    /// <summary>An administrator has paused the exchange.</summary>
    public static readonly Refusal Paused = new("calls-paused");

    /// <summary>There is no such call, or its record is gone.</summary>
    public static readonly Refusal CallNotFound = new("call-not-found");

    /// <summary>A request to be called back is open already.</summary>
    public static readonly Refusal CallbackOpen = new("callback-already-requested");
}
