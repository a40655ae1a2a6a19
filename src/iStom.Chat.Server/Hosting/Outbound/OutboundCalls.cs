using System.Collections.Concurrent;
using System.Net.Http.Headers;
using Polly;
using Polly.CircuitBreaker;
using Polly.Retry;
using Polly.Timeout;

namespace iStom.Chat.Server.Hosting.Outbound;

/// <summary>
/// Every call of another program. It goes to where <see cref="OutboundGuard"/> lets it go, follows no redirect, ends in time, and leaves a
/// program alone that fails again and again. What became of it stands in the health of the integration that it is for.
/// </summary>
public sealed class OutboundCalls(OutboundGuard guard, IntegrationSwitches switches, IntegrationHealthBook health, TimeProvider time) : IDisposable
{
    /// <summary>In bytes.</summary>
    public const int LongestAnswer = 64 * 1024;

    private readonly HttpClient _http = new(guard.CreateHandler()) { Timeout = Timeout.InfiniteTimeSpan, MaxResponseContentBufferSize = LongestAnswer };
    private readonly ConcurrentDictionary<(string Integration, bool MayRepeat), ResiliencePipeline<OutboundAnswer>> _pipelines = new();
    private readonly ConcurrentDictionary<string, ResiliencePipeline<OutboundAnswer>> _breakers = new(StringComparer.Ordinal);

    /// <summary>Calls, and answers with whatever the other program says.</summary>
    /// <param name="integration">For which it is.</param>
    /// <param name="request">Made anew for each try.</param>
    /// <param name="mayRepeat">A second try does no harm: it is made after a failure, and so is a third. Work of the outbox is repeated by that.</param>
    /// <param name="cancellation">Of whoever waits.</param>
    /// <exception cref="OutboundException">There is no answer.</exception>
    public async Task<OutboundAnswer> SendAsync(string integration, Func<HttpRequestMessage> request, bool mayRepeat, CancellationToken cancellation)
    {
        if (switches.IsPaused(integration))
        {
            throw new OutboundException(OutboundFailures.Paused);
        }

        try
        {
            var answer = await PipelineOf(integration, mayRepeat).ExecuteAsync(async token => await TryAsync(request, token), cancellation);
            await (answer.IsSuccess ? health.WorkedAsync(integration, cancellation) : health.FailedAsync(integration, OutboundFailures.Http(answer.Status), cancellation));
            return answer;
        }
        catch (BrokenCircuitException e)
        {
            throw new OutboundException(OutboundFailures.LeftAlone, e);
        }
        catch (TimeoutRejectedException e)
        {
            await health.FailedAsync(integration, OutboundFailures.Timeout, cancellation);
            throw new OutboundException(OutboundFailures.Timeout, e);
        }
        catch (OutboundException e)
        {
            await health.FailedAsync(integration, e.Reason, cancellation);
            throw;
        }
    }

    public void Dispose() => _http.Dispose();

    private async Task<OutboundAnswer> TryAsync(Func<HttpRequestMessage> create, CancellationToken cancellation)
    {
        using var request = create();
        if (guard.Accept(request.RequestUri!.OriginalString) is null)
        {
            throw new OutboundException(OutboundFailures.AddressNotAllowed);
        }

        request.Headers.UserAgent.Add(new ProductInfoHeaderValue("iStomChat", "1.0"));
        try
        {
            using var answer = await _http.SendAsync(request, HttpCompletionOption.ResponseContentRead, cancellation);
            return new((int)answer.StatusCode, await answer.Content.ReadAsByteArrayAsync(cancellation));
        }
        catch (HttpRequestException e)
        {
            throw new OutboundException(ReasonOf(e), e);
        }
    }

    private static string ReasonOf(HttpRequestException failure) =>
        failure.InnerException is OutboundException refused ? refused.Reason
        : failure.HttpRequestError == HttpRequestError.ConfigurationLimitExceeded ? OutboundFailures.AnswerTooLong
        : OutboundFailures.Unreachable;

    private ResiliencePipeline<OutboundAnswer> PipelineOf(string integration, bool mayRepeat) => _pipelines.GetOrAdd((integration, mayRepeat), key =>
    {
        var pipeline = new ResiliencePipelineBuilder<OutboundAnswer> { TimeProvider = time };
        return (key.MayRepeat ? pipeline.AddRetry(Twice()) : pipeline).AddPipeline(_breakers.GetOrAdd(key.Integration, _ => Breaker())).Build();
    });

    /// <summary>A minute's rest after five failures in two minutes; each try has ten seconds.</summary>
    private ResiliencePipeline<OutboundAnswer> Breaker() => new ResiliencePipelineBuilder<OutboundAnswer> { TimeProvider = time }
        .AddCircuitBreaker(new CircuitBreakerStrategyOptions<OutboundAnswer>
        {
            ShouldHandle = Failures(),
            FailureRatio = 0.9,
            MinimumThroughput = 5,
            SamplingDuration = TimeSpan.FromMinutes(2),
            BreakDuration = TimeSpan.FromMinutes(1),
        })
        .AddTimeout(TimeSpan.FromSeconds(10))
        .Build();

    private static RetryStrategyOptions<OutboundAnswer> Twice() => new()
    {
        ShouldHandle = Failures(),
        MaxRetryAttempts = 2,
        Delay = TimeSpan.FromMilliseconds(300),
        BackoffType = DelayBackoffType.Exponential,
        UseJitter = true,
    };

    private static PredicateBuilder<OutboundAnswer> Failures() => new PredicateBuilder<OutboundAnswer>()
        .Handle<OutboundException>(e => e.Reason == OutboundFailures.Unreachable)
        .Handle<TimeoutRejectedException>()
        .HandleResult(answer => answer.IsItsFault);
}
