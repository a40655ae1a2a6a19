using iStom.Chat.Server.Storage.Outbox;

namespace iStom.Chat.Server.Tests.Storage.Outbox;

public sealed class OutboxBackOffTests
{
    private static readonly OutboxOptions Options = new() { FirstDelay = TimeSpan.FromSeconds(10), MaxDelay = TimeSpan.FromHours(2) };

    [Theory]
    [InlineData(1, 10)]
    [InlineData(2, 20)]
    [InlineData(5, 160)]
    [InlineData(10, 5120)]
    [InlineData(11, 7200)]
    [InlineData(int.MaxValue, 7200)]
    public void The_delay_doubles_up_to_the_greatest(int failed, int seconds) =>
        OutboxBackOff.DelayAfter(Options, failed, chance: 0.5).ShouldBe(TimeSpan.FromSeconds(seconds));

    [Theory]
    [InlineData(0, 7.5)]
    [InlineData(1, 12.5)]
    public void Chance_moves_it_by_a_quarter(double chance, double seconds) =>
        OutboxBackOff.DelayAfter(Options, 1, chance).ShouldBe(TimeSpan.FromSeconds(seconds));

    [Fact]
    public void The_default_gives_a_receiver_a_working_day_to_come_back()
    {
        var options = new OutboxOptions();
        var total = Enumerable.Range(1, options.Tries - 1).Sum(failed => OutboxBackOff.DelayAfter(options, failed, 0.5).TotalHours);
        total.ShouldBeInRange(4, 12);
    }
}
