using iStom.Chat.Domain.Conversations;
using NodaTime;
using Shouldly;
using Xunit;
using static iStom.Chat.Domain.Tests.Regulation.MoscowTime;

namespace iStom.Chat.Domain.Tests.Conversations;

/// <summary>How long somebody may not write, and why.</summary>
public sealed class VisitorBlockTests
{
    private static readonly Instant Now = At("2026-11-23 12:00");

    [Fact]
    public void It_holds_until_its_end_or_until_it_is_lifted()
    {
        var day = Block("Спам", Now + Duration.FromDays(1)).Accept(Now).Value;
        var endless = Block(" Угрозы\r\nи брань ", until: null).Accept(Now).Value;

        (day.HoldsAt(Now), day.HoldsAt(day.Until!.Value - Duration.Epsilon), day.HoldsAt(day.Until.Value)).ShouldBe((true, true, false));
        endless.HoldsAt(Now + Duration.FromDays(10_000)).ShouldBeTrue();
        endless.Reason.ShouldBe("Угрозы\nи брань");
        (endless.Lifted(Now).HoldsAt(Now), day.Lifted(Now).HoldsAt(Now)).ShouldBe((false, false));
        day.Lifted(Now + Duration.FromDays(2)).ShouldBe(day, "it has ended by itself");
    }

    [Fact]
    public void Without_a_reason_or_with_an_end_that_has_passed_it_is_none()
    {
        Block(" \n", until: null).Accept(Now).Refusal.ShouldBe(ConversationRefusals.BlockReasonMissing);
        Block("Спам", Now).Accept(Now).Refusal.ShouldBe(ConversationRefusals.BlockEndPassed);
        Block(new('а', VisitorBlock.LongestReason + 1), until: null).Accept(Now).Refusal.ShouldBe(ConversationRefusals.TextTooLong);
        Block("\u0000", until: null).Accept(Now).Refusal.ShouldBe(ConversationRefusals.TextMalformed);
    }

    private static VisitorBlock Block(string reason, Instant? until) =>
        new(Guid.NewGuid(), new(Guid.NewGuid()), VisitorName: null, reason, new(Guid.NewGuid()), "Сотрудник", Now, until);
}
