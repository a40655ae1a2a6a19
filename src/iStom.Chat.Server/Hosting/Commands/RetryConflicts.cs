using iStom.Chat.Domain;
using iStom.Chat.Server.Storage;
using MediatR;
using Polly;
using Polly.Retry;

namespace iStom.Chat.Server.Hosting.Commands;

/// <summary>Runs a command again when somebody else changed what it had decided on: it loads and decides anew.</summary>
public sealed class RetryConflicts<TCommand, TResult> : IPipelineBehavior<TCommand, TResult>
    where TCommand : ICommand, IRequest<TResult>
    where TResult : IDecision<TResult>
{
    private static readonly ResiliencePipeline Pipeline = new ResiliencePipelineBuilder()
        .AddRetry(new RetryStrategyOptions
        {
            ShouldHandle = new PredicateBuilder().Handle<ConcurrencyConflictException>(),
            MaxRetryAttempts = 20,
            Delay = TimeSpan.FromMilliseconds(2),
            UseJitter = true,
        })
        .Build();

    public async Task<TResult> Handle(TCommand request, CancellationToken cancellationToken, RequestHandlerDelegate<TResult> next) =>
        await Pipeline.ExecuteAsync(static async (next, _) => await next(), next, cancellationToken);
}
