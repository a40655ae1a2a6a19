using iStom.Chat.Domain.Regulation;
using iStom.Chat.Domain.Tickets;
using NodaTime;
using Xunit;
using static iStom.Chat.Domain.Tests.Tickets.TicketFacts;
using static iStom.Chat.Domain.Tests.Tickets.TicketSpec;

namespace iStom.Chat.Domain.Tests.Tickets;

public class FeedbackTests
{
    [Fact]
    public void That_it_did_not_help_opens_it_again_as_a_message_does() => Given(Resolved())
        .When(ticket => TicketFeedback.Answer(ticket, helped: false, Tariff.Standard, Clock, Mon("15:00")))
        .Then(
            new ResolutionAnswered(Helped: false, Mon("15:00")), new TicketReopened(Customer, Mon("15:00")),
            new TicketReleased(One, ReleaseReason.Reopened, Actor.Desk, Mon("15:00")), Waits(Mon("15:00")));

    [Fact]
    public void What_is_closed_for_good_is_rated_and_not_opened()
    {
        Given(Closed()).When(ticket => TicketFeedback.Answer(ticket, helped: false, Tariff.Standard, Clock, Mon("15:00"))).ThenRefused(TicketRefusals.NotResolved);
        Given(Closed()).When(ticket => TicketFeedback.Rate(ticket, 5, comment: null, Mon("15:00"))).Then(new ResolutionRated(5, Comment: null, Mon("15:00")));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(6)]
    public void A_rating_is_of_one_to_five_stars(int stars) => Given(Resolved())
        .When(ticket => TicketFeedback.Rate(ticket, stars, comment: null, Mon("15:00"))).ThenRefused(TicketRefusals.RatingOutOfRange);

    [Fact]
    public void A_rating_is_final_a_day_after_it_was_first_given()
    {
        var rated = Resolved().Append(new ResolutionRated(5, Comment: null, Mon("15:00"))).Append(new ResolutionRated(4, "Долго", Tue("14:00"))).ToArray();

        Given(rated).When(ticket => TicketFeedback.Rate(ticket, 4, " Долго ", Tue("15:00"))).ThenNothingNew();
        Given(rated).When(ticket => TicketFeedback.Rate(ticket, 1, comment: null, Tue("15:00") - Duration.Epsilon)).Then(new ResolutionRated(1, Comment: null, Tue("15:00") - Duration.Epsilon));
        Given(rated).When(ticket => TicketFeedback.Rate(ticket, 1, comment: null, Tue("15:00"))).ThenRefused(TicketRefusals.RatingFinal);
    }
}
