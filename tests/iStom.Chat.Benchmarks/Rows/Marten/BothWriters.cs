using System.Diagnostics;
using iStom.Chat.Benchmarks.Measuring;
using iStom.Chat.Benchmarks.Rig;
using iStom.Chat.Domain;
using iStom.Chat.Domain.Regulation;
using iStom.Chat.Server.Conversations;
using iStom.Chat.Server.Hosting.Commands;
using iStom.Chat.Server.Hosting.Identity;
using iStom.Chat.Server.Storage;
using iStom.Chat.Server.Storage.Marten;
using iStom.Chat.TestSupport;
using MediatR;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace iStom.Chat.Benchmarks.Rows;

internal sealed partial class Writers
{
    static partial void MeasureBoth(Bench bench, ref Task<Measure>? measured) => measured = MeasureAsync(bench);

    private static async Task<Measure> MeasureAsync(Bench bench)
    {
        await using var theirs = await StartAsync<MartenStore>(bench);
        await using var ours = await StartAsync<PostgresStore>(bench);
        var (toTheirs, toOurs) = (await CallersAsync(theirs), await CallersAsync(ours));
        await WriteAsync(theirs, toTheirs, bench.Time); // tickets opened, code compiled
        await WriteAsync(ours, toOurs, bench.Time);
        return await Alternating.RunAsync(What, Goal, () => WriteAsync(theirs, toTheirs, bench.Time), () => WriteAsync(ours, toOurs, bench.Time));
    }

    private static async Task<RunningServer> StartAsync<TStore>(Bench bench)
        where TStore : class, IStore =>
        RunningServer.Start(await bench.CreateDatabaseAsync(), builder => builder
            .UseContentRoot(AppContext.BaseDirectory)
            .ConfigureServices(services => services.Replace(ServiceDescriptor.Singleton<IStore, TStore>())));

    private static async Task<VisitorCaller[]> CallersAsync(RunningServer server)
    {
        var callers = new VisitorCaller[Conversations];
        for (var i = 0; i < callers.Length; i++)
        {
            var visitor = new Visitor { Id = new(Guid.NewGuid()), Conversation = new(Guid.NewGuid()), KeyHash = $"hash {i}", Site = "i-stom" };
            await server.StoreAsync(visitor);
            callers[i] = new(visitor.Id, visitor.Conversation, Language.Russian);
        }

        return callers;
    }

    private static async Task<double> WriteAsync(RunningServer server, VisitorCaller[] callers, TimeSpan time)
    {
        var mediator = server.Services.GetRequiredService<IMediator>();
        var start = Stopwatch.GetTimestamp();
        var counts = await Task.WhenAll(callers.Select(caller => Task.Run(async () =>
        {
            var sent = 0;
            for (; Stopwatch.GetElapsedTime(start) < time; sent++)
            {
                var posted = await mediator.Send(new PostMessage(caller, new(Guid.CreateVersion7()), "Не печатается справка.", Kind: null, ReplyTo: null));
                _ = posted.Refusal is null ? posted.Value : throw new InvalidOperationException($"A message was refused: {posted.Refusal.Code}");
            }

            return sent;
        })));
        return counts.Sum() / Stopwatch.GetElapsedTime(start).TotalSeconds;
    }
}
