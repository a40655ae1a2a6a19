using iStom.Chat.Domain.Regulation;
using NodaTime;
using Shouldly;
using Xunit;

namespace iStom.Chat.Domain.Tests.Regulation;

/// <summary>Editions of the regulation as people keep them.</summary>
public sealed class RegulationSettingsTests
{
    private static readonly RegulationSettings Current = RegulationSettings.Of(RegulationEdition.Current) with { Id = Guid.NewGuid(), HoldsFrom = new(2027, 1, 1) };

    public static TheoryData<string, RegulationSettings> Wrong => new()
    {
        { "Name", Current with { Name = " " } },
        { "Name", Current with { Name = new('x', 41) } },
        { "Hours", Current with { Hours = [] } },
        { "Hours", Current with { Hours = [new(new(19, 0), new(10, 0))] } },
        { "Hours", Current with { Hours = [new(new(10, 0), new(14, 0)), new(new(13, 0), new(19, 0))] } },
        { "ShortenedByMinutes", Current with { ShortenedByMinutes = -1 } },
        { "Standard", Current with { Standard = new(0, 0) } },
        { "Urgent", Current with { Urgent = new(120, 121) } },
        { "Paid", Current with { Paid = new(15, -1) } },
    };

    [Fact]
    public void What_came_with_the_product_is_the_same_as_settings()
    {
        var edition = Current.ToEdition().Value;
        (edition.Standard, edition.Urgent, edition.Paid).ShouldBe((RegulationEdition.Current.Standard, RegulationEdition.Current.Urgent, RegulationEdition.Current.Paid));
        edition.Hours.Ranges.ShouldBe(RegulationEdition.Current.Hours.Ranges);
    }

    [Fact]
    public void A_break_at_noon_is_possible()
    {
        var edition = (Current with { Hours = [new(new(10, 0), new(13, 0)), new(new(14, 0), new(19, 0))] }).ToEdition().Value;
        edition.Hours.Length.ShouldBe(Duration.FromHours(8));
    }

    [Theory]
    [MemberData(nameof(Wrong))]
    public void What_cannot_be_is_refused_with_the_property(string property, RegulationSettings settings)
    {
        var refusal = settings.ToEdition().Refusal!;
        (refusal.Code, refusal.Detail!["property"]).ShouldBe(("regulation-invalid", property));
    }
}
