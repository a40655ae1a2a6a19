using iStom.Chat.Domain.Phone;
using Shouldly;
using Xunit;

namespace iStom.Chat.Domain.Tests.Phone;

public class TelephonySettingsTests
{
    [Theory]
    [InlineData(" 495 ", "495")]
    [InlineData("35130", "35130")]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void A_code_of_a_city_is_kept_without_what_is_around_it(string? given, string? kept) =>
        (TelephonySettings.Default with { CityCode = given }).Accept().Value.CityCode.ShouldBe(kept);

    [Theory]
    [InlineData("49")]
    [InlineData("495495")]
    [InlineData("8 495")]
    [InlineData("095")]
    public void What_is_no_code_of_a_city_is_refused(string given) =>
        (TelephonySettings.Default with { CityCode = given }).Accept().Refusal.ShouldBe(PhoneRefusals.CityCodeMalformed);

    [Theory]
    [InlineData(0)]
    [InlineData(3651)]
    public void Records_are_kept_for_a_day_at_least_and_for_ten_years_at_most(int days) =>
        (TelephonySettings.Default with { KeepDays = days }).Accept().Refusal.ShouldBe(PhoneRefusals.KeepDaysOutOfRange);
}
