namespace iStom.Chat.TestSupport;

/// <summary>What a client was told, in order; lets a test wait for something that was or will be told.</summary>
public sealed class Heard<T>
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);
    private readonly Lock _lock = new();
    private readonly List<T> _all = [];
    private readonly List<(Func<T, bool> Match, TaskCompletionSource<T> Found)> _waiting = [];

    /// <summary>For who wants to be told of each at once, instead of asking here: then nothing is kept.</summary>
    public Action<T>? Each { get; set; }

    public IReadOnlyList<T> All
    {
        get
        {
            lock (_lock)
            {
                return [.. _all];
            }
        }
    }

    public void Add(T item)
    {
        if (Each is { } each)
        {
            each(item);
            return;
        }

        lock (_lock)
        {
            _all.Add(item);
            foreach (var (match, found) in _waiting.Where(wait => wait.Match(item)).ToList())
            {
                found.TrySetResult(item);
            }
        }
    }

    /// <summary>The first that matches, told before or yet to come.</summary>
    public Task<T> Until(Func<T, bool> match)
    {
        var found = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_lock)
        {
            if (_all.FindIndex(item => match(item)) is >= 0 and var index)
            {
                return Task.FromResult(_all[index]);
            }

            _waiting.Add((match, found));
        }

        return found.Task.WaitAsync(Limit, TestContext.Current.CancellationToken);
    }
}
