using FsCheck;
using FsCheck.Fluent;
using iStom.Chat.Domain.Phone;
using Shouldly;
using Xunit;

namespace iStom.Chat.Domain.Tests.Phone;

public class PhoneNumberTests
{
    private static readonly string[] Extensions = [" доб. {0}", ", доб {0}", " (доб. {0})", " добавочный {0}", " внутр. {0}", " вн.{0}", " ext {0}", " Ext. {0}", "x{0}", " #{0}", "#{0}", ",{0}", ";ext={0}"];

    /// <summary>n: the ten digits, in the groups that they are written in.</summary>
    private static readonly string[] Writings =
    [
        "+7{0}{1}{2}{3}", "8{0}{1}{2}{3}", "7{0}{1}{2}{3}", "{0}{1}{2}{3}", "+7 ({0}) {1}-{2}-{3}", "8 ({0}) {1}-{2}-{3}", "8-{0}-{1}-{2}-{3}", "8 {0} {1} {2} {3}", "({0}) {1}-{2}-{3}", "+7\u00a0{0}\u00a0{1}\u2011{2}\u2011{3}",
        "8({0}){1}–{2}–{3}", "+7.{0}.{1}.{2}.{3}", "tel:+7-{0}-{1}-{2}-{3}", " 8 {0}/{1}{2}{3} ", "00 7 {0} {1} {2} {3}", "８（{0}）{1}-{2}-{3}",
    ];

    [Theory]
    [InlineData("8 (800) 555-35-35", null, "+78005553535", null)]
    [InlineData("123-45-67", "495", "+74951234567", null)]
    [InlineData("12-34-56 доб. 7", "4012", "+74012123456", "7")]
    [InlineData("2-34-56", "35130", "+73513023456", null)]
    [InlineData("8 (35130) 2-34-56", null, "+73513023456", null)]
    [InlineData("+49 (30) 123456", null, "+4930123456", null)]
    [InlineData("8 10 49 30 123456", null, "+4930123456", null)]
    [InlineData("0049 30 123456", null, "+4930123456", null)]
    [InlineData("375291234567", null, "+375291234567", null)]
    [InlineData("+7 701 123 45 67", null, "+77011234567", null)]
    [InlineData("+1 212 555 0100 x 9", null, "+12125550100", "9")]
    [InlineData("TEL: +7 495 123-45-67; ext = 12", null, "+74951234567", "12")]
    public void A_number_is_known_however_it_is_written(string text, string? city, string e164, string? extension)
    {
        var number = PhoneNumber.Find(text, city).ShouldNotBeNull(text);
        (number.E164, number.Extension).ShouldBe((e164, extension), text);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("123-45-67")]
    [InlineData("101")]
    [InlineData("anonymous")]
    [InlineData("+7 495 123-45-6")]
    [InlineData("+7 495 123-45-678")]
    [InlineData("+7 (095) 123-45-67")]
    [InlineData("0951234567")]
    [InlineData("+0 495 123 45 67")]
    [InlineData("8 10 49")]
    [InlineData("+1234567890123456")]
    [InlineData("звонить 8 495 123-45-67")]
    [InlineData("8 495 123-45-67 или 68")]
    [InlineData("49512345+67")]
    [InlineData("доб. 12")]
    [InlineData("\ud83d")]
    public void What_is_no_number_is_none(string? text) => PhoneNumber.Find(text).ShouldBeNull(text);

    [Fact]
    public void Every_writing_of_a_number_is_the_same_number_and_what_we_write_is_read_back()
    {
        var numbers =
            from first in Gen.Elements(3, 4, 8, 9)
            from rest in Gen.Choose(0, 999_999_999)
            from extension in Gen.OneOf(Gen.Constant((int?)null), Gen.Choose(1, 99_999).Select(number => (int?)number))
            select ($"{first}{rest:D9}", extension);
        Prop.ForAll(numbers.ToArbitrary(), number =>
        {
            var (digits, extension) = number;
            object[] groups = [digits[..3], digits[3..6], digits[6..8], digits[8..]];
            var suffixes = extension is null ? [""] : Extensions.Select(form => string.Format(System.Globalization.CultureInfo.InvariantCulture, form, extension));
            foreach (var text in Writings.SelectMany(form => suffixes.Select(suffix => string.Format(System.Globalization.CultureInfo.InvariantCulture, form, groups).TrimEnd() + suffix)))
            {
                var found = PhoneNumber.Find(text).ShouldNotBeNull(text);
                (found.E164, found.Extension).ShouldBe(($"+7{digits}", extension?.ToString(System.Globalization.CultureInfo.InvariantCulture)), text);
                PhoneNumber.Find(found.Uri).ShouldBe(found, text);
                PhoneNumber.Find(found.ToString()).ShouldBe(found, text);
                found.National.ShouldBe(digits, text);
            }
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void An_extension_is_dialled_after_the_number_as_rfc_3966_writes_it()
    {
        PhoneNumber.Find("8 (495) 123-45-67 доб. 12")!.Uri.ShouldBe("tel:+74951234567;ext=12");
        PhoneNumber.Find("8 (495) 123-45-67 доб. 12")!.ToString().ShouldBe("+7 495 123-45-67 #12");
    }

    [Fact]
    public void No_text_whatever_is_an_error() =>
        Prop.ForAll<string>(text => _ = PhoneNumber.Find(text, "495")).QuickCheckThrowOnFailure();
}
