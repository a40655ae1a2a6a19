using System.Threading.Channels;
using NodaTime;
using Polly;
using Polly.Retry;

namespace iStom.Chat.Server.Storage.Outbox;

/// <summary>
/// Works the outbox off: at least once, and no message by two workers at once, over all nodes, each kind by itself. A failed try comes again
/// with growing delays; after the last the message is parked with its reason.
/// </summary>
public sealed partial class OutboxWorker : BackgroundService
{
    private const int ReasonLength = 500;
    private readonly OutboxQueue _queue;
    private readonly OutboxSignal _signal;
    private readonly OutboxOptions _options;
    private readonly IClock _clock;
    private readonly TimeProvider _time;
    private readonly ILogger<OutboxWorker> _logger;
    private readonly Dictionary<string, IOutboxHandler> _handlers;
    private readonly ResiliencePipeline _try;
    private readonly ResiliencePipeline _patient;

    /// <exception cref="ArgumentException">Two handlers of one kind, or a lease that a slow try could outlive.</exception>
    public OutboxWorker(
        OutboxQueue queue, OutboxSignal signal, IEnumerable<IOutboxHandler> handlers, OutboxOptions options, IClock clock, TimeProvider time, ILogger<OutboxWorker> logger)
    {
        if (options.Lease <= options.TryLimit)
        {
            throw new ArgumentException("A lease must outlast a try.", nameof(options));
        }

        (_queue, _signal, _options, _clock, _time, _logger) = (queue, signal, options, clock, time, logger);
        _handlers = handlers.ToDictionary(handler => handler.Kind, StringComparer.Ordinal);
        _try = new ResiliencePipelineBuilder { TimeProvider = time }.AddTimeout(options.TryLimit).Build();
        _patient = new ResiliencePipelineBuilder { TimeProvider = time }.AddRetry(UntilTheDatabaseAnswers()).Build();
    }

    /// <summary>Takes one batch of a kind and runs it to its end. Returns how many messages it held.</summary>
    public async Task<int> RunOnceAsync(string kind, CancellationToken cancellation)
    {
        var taken = await _queue.TakeAsync([kind], _options, _clock.GetCurrentInstant(), cancellation);
        await Task.WhenAll(taken.Select(delivery => RunAsync(delivery, cancellation)));
        return taken.Count;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var bells = _handlers.Keys.ToDictionary(kind => kind, _ => Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite }), StringComparer.Ordinal);
        await Task.WhenAll([RingAsync([.. bells.Values], stoppingToken), .. bells.Select(bell => WorkAsync(bell.Key, bell.Value.Reader, stoppingToken))]);
    }

    /// <summary>Something may be due, of whatever kind.</summary>
    private async Task RingAsync(IReadOnlyList<Channel<bool>> bells, CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested)
        {
            foreach (var bell in bells)
            {
                bell.Writer.TryWrite(true);
            }

            await _signal.WaitAsync(_options.Poll, _time, stopping);
        }
    }

    /// <summary>Each kind by itself: a mail server that is silent for a minute holds back no alarm.</summary>
    private async Task WorkAsync(string kind, ChannelReader<bool> bell, CancellationToken stopping)
    {
        await foreach (var _ in bell.ReadAllAsync(stopping))
        {
            while (await _patient.ExecuteAsync(async cancellation => await RunOnceAsync(kind, cancellation), stopping) > 0)
            {
                // There may be more than one batch.
            }
        }
    }

    private async Task RunAsync(OutboxDelivery delivery, CancellationToken cancellation)
    {
        if (delivery.Try > _options.Tries)
        {
            await FailAsync(delivery, new TimeoutException("The last try told no outcome: its worker ended during it."));
            return;
        }

        try
        {
            await _try.ExecuteAsync(async token => await _handlers[delivery.Kind].HandleAsync(delivery, token), cancellation);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            await _queue.GiveBackAsync(delivery, CancellationToken.None);
            return;
        }
        catch (Exception pause) when (pause is IPostponing { IsPostponed: true })
        {
            await _queue.PostponeAsync(delivery, _clock.GetCurrentInstant() + Duration.FromTimeSpan(_options.Pause), ReasonOf(pause), CancellationToken.None);
            return;
        }
        catch (Exception failure)
        {
            await FailAsync(delivery, failure);
            return;
        }

        await _queue.DoneAsync(delivery, CancellationToken.None);
    }

    private async Task FailAsync(OutboxDelivery delivery, Exception failure)
    {
        var (name, reason) = (failure.GetType().Name, ReasonOf(failure));
        if (delivery.Try >= _options.Tries)
        {
            await _queue.ParkAsync(delivery, _clock.GetCurrentInstant(), reason, CancellationToken.None);
            Parked(_logger, delivery.Id, delivery.Kind, delivery.Try, name);
            return;
        }

        var due = _clock.GetCurrentInstant() + Duration.FromTimeSpan(OutboxBackOff.DelayAfter(_options, delivery.Try, Random.Shared.NextDouble()));
        await _queue.RetryAsync(delivery, due, reason, CancellationToken.None);
        Failed(_logger, delivery.Id, delivery.Kind, delivery.Try, name, due);
    }

    private static string ReasonOf(Exception failure)
    {
        var reason = $"{failure.GetType().Name}: {failure.Message}";
        return reason[..Math.Min(reason.Length, ReasonLength)];
    }

    private RetryStrategyOptions UntilTheDatabaseAnswers() => new()
    {
        ShouldHandle = new PredicateBuilder().Handle<Exception>(e => e is not OperationCanceledException),
        MaxRetryAttempts = int.MaxValue,
        BackoffType = DelayBackoffType.Exponential,
        UseJitter = true,
        Delay = TimeSpan.FromSeconds(1),
        MaxDelay = TimeSpan.FromSeconds(30),
        OnRetry = arguments =>
        {
            Interrupted(_logger, arguments.RetryDelay, arguments.Outcome.Exception!);
            return ValueTask.CompletedTask;
        },
    };

    [LoggerMessage(200, LogLevel.Warning, "Outbox message {Id} ({Kind}) failed on try {Try} with {Failure}; again at {Due}")]
    private static partial void Failed(ILogger logger, Guid id, string kind, int @try, string failure, Instant due);

    [LoggerMessage(201, LogLevel.Error, "Outbox message {Id} ({Kind}) is parked after try {Try} with {Failure}; its reason is in the database")]
    private static partial void Parked(ILogger logger, Guid id, string kind, int @try, string failure);

    [LoggerMessage(202, LogLevel.Error, "The outbox cannot be worked off; again in {Delay}")]
    private static partial void Interrupted(ILogger logger, TimeSpan delay, Exception exception);
}
