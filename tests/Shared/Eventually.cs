namespace iStom.Chat.TestSupport;

/// <summary>Waits for what comes by itself.</summary>
public static class Eventually
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    /// <summary>Asks again and again until it holds. The limit is for what never comes, not for a busy machine.</summary>
    /// <exception cref="OperationCanceledException">It never came to hold.</exception>
    public static async Task HoldsAsync(Func<Task<bool>> condition)
    {
        using var limit = new CancellationTokenSource(Limit, new WallClock());
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(20), new WallClock());
        while (!await condition())
        {
            await timer.WaitForNextTickAsync(limit.Token);
        }
    }
}
