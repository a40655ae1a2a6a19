namespace iStom.Chat.Server.Storage.Search;

/// <summary>
/// Keeps the search up with the events: soon after each commit, and never with more than a tenth of a processor, since who
/// writes goes first. After a flood it is behind for a while, which the answers say.
/// </summary>
public sealed partial class SearchFeed(SearchIndex index, SearchSignal signal, TimeProvider time, ILogger<SearchFeed> logger) : BackgroundService
{
    /// <summary>What comes within it is taken in together.</summary>
    private static readonly TimeSpan Gathering = TimeSpan.FromMilliseconds(250);

    /// <summary>How often it is looked for what other nodes have written.</summary>
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(3);

    /// <summary>So many times as long as it has worked it rests.</summary>
    private const int RestFactor = 9;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var (isMore, pause) = await WorkAsync(stoppingToken);
            if (!isMore)
            {
                await signal.WaitAsync(Poll, time, stoppingToken);
            }

            await Task.Delay(pause, time, stoppingToken);
        }
    }

    private async Task<(bool IsMore, TimeSpan Pause)> WorkAsync(CancellationToken cancellation)
    {
        var start = time.GetTimestamp();
        try
        {
            var isMore = await index.TakeAsync(cancellation);
            var rest = RestFactor * time.GetElapsedTime(start);
            return (isMore, rest > Gathering ? rest : Gathering);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            TakingFailed(logger, e);
            return (false, Poll);
        }
    }

    [LoggerMessage(210, LogLevel.Error, "The search cannot take in what was written")]
    private static partial void TakingFailed(ILogger logger, Exception exception);
}
