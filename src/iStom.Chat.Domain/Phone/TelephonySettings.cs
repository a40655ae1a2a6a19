namespace iStom.Chat.Domain.Phone;

/// <summary>The telephone exchange that tells of incoming calls (§3.3). There is one of it.</summary>
/// <param name="CityCode">The city in which numbers without a code are, as <c>495</c>; null: such numbers are not known.</param>
/// <param name="KeepDays">After so many days the record of a call is removed; what was logged on a ticket stays there.</param>
/// <param name="SecretHint">The end of the secret by which the exchange is known; null: none is, and no call is taken.</param>
public sealed record TelephonySettings(string? CityCode, int KeepDays, string? SecretHint) : IKept
{
    public const int LongestKeepDays = 3650;

    public static readonly Guid Only = new("63616c6c-7300-8000-8000-000000000000");

    /// <summary>As long as nobody has changed it.</summary>
    public static TelephonySettings Default { get; } = new(CityCode: null, KeepDays: 90, SecretHint: null);

    public Guid Id { get; init; } = Only;

    Guid IKept.Key => Only;

    string IKept.Title => "";

    /// <summary>As they are kept, or why not: <c>city-code-malformed</c>, <c>retention-out-of-range</c>.</summary>
    public Decision<TelephonySettings> Accept()
    {
        var code = string.IsNullOrWhiteSpace(CityCode) ? null : CityCode.Trim();
        return code is not null && (code.Length is < 3 or > 5 || !code.All(char.IsAsciiDigit) || code[0] < '3') ? PhoneRefusals.CityCodeMalformed
            : KeepDays is < 1 or > LongestKeepDays ? PhoneRefusals.KeepDaysOutOfRange
            : this with { CityCode = code };
    }
}
