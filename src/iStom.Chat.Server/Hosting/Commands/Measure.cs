using System.Diagnostics.Metrics;
using iStom.Chat.Domain;
using MediatR;

namespace iStom.Chat.Server.Hosting.Commands;

/// <summary>Counts and times every command by name and outcome: meter <c>iStom.Chat</c>.</summary>
public sealed class Measure<TCommand, TResult>(TimeProvider time) : IPipelineBehavior<TCommand, TResult>
    where TCommand : ICommand, IRequest<TResult>
    where TResult : IDecision<TResult>
{
    private static readonly Histogram<double> Duration = CommandMeter.Duration;

    public async Task<TResult> Handle(TCommand request, CancellationToken cancellationToken, RequestHandlerDelegate<TResult> next)
    {
        var start = time.GetTimestamp();
        var result = await next();
        Duration.Record(
            time.GetElapsedTime(start).TotalSeconds,
            new KeyValuePair<string, object?>("command", typeof(TCommand).Name),
            new KeyValuePair<string, object?>("outcome", result.Refusal?.Code ?? "ok"));
        return result;
    }
}

internal static class CommandMeter
{
    private static readonly Meter Meter = new("iStom.Chat");

    public static readonly Histogram<double> Duration = Meter.CreateHistogram<double>("istom.chat.command.duration", "s");
}
