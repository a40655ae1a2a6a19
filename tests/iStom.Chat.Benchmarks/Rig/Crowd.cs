namespace iStom.Chat.Benchmarks.Rig;

/// <summary>Many connections that are held open.</summary>
internal static class Crowd
{
    private const int AtOnce = 64;

    /// <summary>Dials for everybody, some at a time.</summary>
    public static async Task<IReadOnlyList<T>> DialAsync<T>(int first, int count, Func<int, Task<T>> dial)
    {
        var lines = new T[count];
        await Parallel.ForAsync(0, count, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (i, _) => lines[i] = await dial(first + i));
        return lines;
    }

    /// <summary>Hangs up, all at once.</summary>
    public static Task LeaveAsync(IEnumerable<IAsyncDisposable> lines) => Task.WhenAll(lines.Select(line => line.DisposeAsync().AsTask()));
}
