using iStom.Chat.Domain.Clinics;
using iStom.Chat.Domain.Conversations;
using iStom.Chat.Domain.Regulation;
using NodaTime;
using Shouldly;
using Xunit;

namespace iStom.Chat.Domain.Tests.Clinics;

/// <summary>What a clinic and a tariff must be, and which tariff holds when.</summary>
public class ClinicRulesTests
{
    private static readonly Clinic Clinic = new(new(Guid.Empty), "Клиника");
    private static readonly Contact Somebody = new("Администратор", Role: null, ["+7 495 000-00-01"], Email: null);
    private static readonly LocalDate Day = new(2026, 11, 23);

    [Fact]
    public void Outer_white_space_goes_and_what_is_empty_is_not_there()
    {
        var kept = ClinicRules.Accept(Clinic with { Name = " Клиника ", Number = " ", Notes = " а\r\nб ", Contacts = [new(" ", " ", [" "], ""), Somebody with { Phones = [" 1 ", ""] }] }).Value;

        (kept.Name, kept.Number, kept.Notes).ShouldBe(("Клиника", null, "а\nб"));
        kept.Contacts.ShouldHaveSingleItem().Phones.ShouldBe(["1"]);
    }

    [Fact]
    public void A_clinic_and_a_tariff_have_a_name()
    {
        ClinicRules.Accept(Clinic with { Name = "  " }).Refusal.ShouldBe(ClinicRefusals.NameMissing);
        ClinicRules.Accept(TariffTerms.Paid with { Name = "" }).Refusal.ShouldBe(ClinicRefusals.NameMissing);
    }

    [Fact]
    public void A_tariff_does_not_end_before_it_begins()
    {
        ClinicRules.Accept(Clinic with { TariffFrom = Day, TariffUntil = Day.PlusDays(-1) }).Refusal.ShouldBe(ClinicRefusals.DatesReversed);
        ClinicRules.Accept(Clinic with { TariffFrom = Day, TariffUntil = Day }).Refusal.ShouldBeNull();
    }

    [Fact]
    public void Contacts_and_their_phones_have_a_limit()
    {
        var phones = Enumerable.Repeat("1", ClinicRules.MostContacts).ToArray();

        ClinicRules.Accept(Clinic with { Contacts = [.. Enumerable.Repeat(Somebody, ClinicRules.MostContacts)] }).Refusal.ShouldBeNull();
        ClinicRules.Accept(Clinic with { Contacts = [.. Enumerable.Repeat(Somebody, ClinicRules.MostContacts + 1)] }).Refusal.ShouldBe(ClinicRefusals.TooManyContacts);
        ClinicRules.Accept(Clinic with { Contacts = [Somebody with { Phones = phones }] }).Refusal.ShouldBeNull();
        ClinicRules.Accept(Clinic with { Contacts = [Somebody with { Phones = [.. phones, "1"] }] }).Refusal.ShouldBe(ClinicRefusals.TooManyContacts);
    }

    [Fact]
    public void A_line_is_one_line_that_every_reader_can_take()
    {
        IEnumerable<Clinic> With(string line) =>
        [
            Clinic with { Name = line }, Clinic with { Number = line }, Clinic with { Product = line }, Clinic with { ProductVersion = line }, Clinic with { TeamViewerId = line },
            Clinic with { Contacts = [Somebody with { Name = line }] }, Clinic with { Contacts = [Somebody with { Role = line }] },
            Clinic with { Contacts = [Somebody with { Email = line }] }, Clinic with { Contacts = [Somebody with { Phones = [line] }] },
        ];

        foreach (var clinic in new[] { "а\u0000", "а\nб", "\uD800" }.SelectMany(With))
        {
            ClinicRules.Accept(clinic).Refusal.ShouldBe(ConversationRefusals.TextMalformed);
        }
    }

    [Fact]
    public void A_line_and_the_notes_have_their_lengths()
    {
        ClinicRules.Accept(Clinic with { Name = new('я', ClinicRules.LongestLine) }).Refusal.ShouldBeNull();
        ClinicRules.Accept(Clinic with { Name = new('я', ClinicRules.LongestLine + 1) }).Refusal.ShouldBe(ConversationRefusals.TextTooLong);
        ClinicRules.Accept(Clinic with { Notes = new('я', MessageText.MaxLength) }).Refusal.ShouldBeNull();
        ClinicRules.Accept(Clinic with { Notes = new('я', MessageText.MaxLength + 1) }).Refusal.ShouldBe(ConversationRefusals.TextTooLong);
        ClinicRules.Accept(TariffTerms.Paid with { Offer = new(new('я', MessageText.MaxLength + 1), "") }).Refusal.ShouldBe(ConversationRefusals.TextTooLong);
    }

    [Fact]
    public void A_tariff_serves_each_kind_once_and_never_what_no_tariff_covers() =>
        ClinicRules.Accept(TariffTerms.Paid with { Serves = [RequestKind.Training, RequestKind.OutOfScope, RequestKind.Question, RequestKind.Training] })
            .Value.Serves.ShouldBe([RequestKind.Question, RequestKind.Training]);

    [Fact]
    public void A_bought_tariff_holds_on_its_first_and_its_last_day_and_between()
    {
        var clinic = Clinic with { TariffId = TariffTerms.Paid.Id, TariffFrom = Day, TariffUntil = Day.PlusDays(1) };

        Enumerable.Range(-1, 4).Select(days => clinic.TariffOn(Day.PlusDays(days), TariffTerms.Paid)?.Plan)
            .ShouldBe([null, SupportPlan.Paid, SupportPlan.Paid, null]);
    }

    [Fact]
    public void Terms_of_its_own_hold_until_a_tariff_is_bought()
    {
        var own = Clinic with { Tariff = Tariff.Paid };

        own.TariffOn(Day, terms: null).ShouldBe(Tariff.Paid);
        own.TariffOn(Day, TariffTerms.Standard)!.Plan.ShouldBe(SupportPlan.Standard);
        Clinic.TariffOn(Day, terms: null).ShouldBeNull();
    }
}
