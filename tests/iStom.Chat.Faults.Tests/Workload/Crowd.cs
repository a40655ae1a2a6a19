using System.Collections.Concurrent;
using iStom.Chat.Faults.Tests.Histories;
using iStom.Chat.TestSupport;

namespace iStom.Chat.Faults.Tests.Workload;

/// <summary>Waits a little between two steps of a client.</summary>
internal delegate Task Pace(Random random, CancellationToken stop);

/// <summary>
/// 16 panels and 4 desks on one exchange. Four visitors have two panels open, so that a conversation has several writers
/// and viewers. What each client wants follows from the seed; what it meets, from the machine.
/// </summary>
internal sealed class Crowd : IAsyncDisposable
{
    public const int Visitors = 12;
    public const int Panels = 16;
    public const int Agents = 4;

    private static readonly WallClock Time = new();
    private readonly Recorder _recorder;
    private readonly int _seed;
    private readonly ConcurrentQueue<VisitorClient> _guests = new();
    private readonly VisitorClient[] _visitors;
    private readonly AgentClient[] _agents;

    public Crowd(int seed, IExchange exchange, Recorder recorder, IReadOnlyList<Guid> conversations, IReadOnlyList<Guid> accounts)
    {
        (_seed, _recorder) = (seed, recorder);
        _visitors = [.. Enumerable.Range(0, Panels).Select(i => new VisitorClient(i, i % Visitors, conversations[i % Visitors], exchange, recorder, RandomOf(i)))];
        _agents = [.. Enumerable.Range(0, Agents).Select(i => new AgentClient(i, accounts[i], exchange, recorder, RandomOf(Panels + i)))];
    }

    /// <summary>One panel more, which its maker moves; it has its last look with all the others.</summary>
    public VisitorClient Add(int visitor, Guid conversation, IExchange exchange)
    {
        var number = Panels + _guests.Count;
        var guest = new VisitorClient(number, visitor, conversation, exchange, _recorder, RandomOf(number + 100));
        _guests.Enqueue(guest);
        return guest;
    }

    /// <summary>Everybody works until told to stop.</summary>
    public Task WorkAsync(Pace pace, CancellationToken stop) => Task.WhenAll(
        [.. _visitors.Select((visitor, i) => WorkAsync(visitor, i, pace, stop)), .. _agents.Select((agent, i) => WorkAsync(agent, Panels + i, pace, stop))]);

    /// <summary>All is well again: everybody gets the answers still due, within the limit, and has a last look.</summary>
    public async Task SettleAsync(TimeSpan patience, Pace pace)
    {
        using var limit = new CancellationTokenSource(patience, Time);
        VisitorClient[] panels = [.. _visitors, .. _guests];
        await Task.WhenAll([.. panels.Select((visitor, i) => SettleAsync(visitor, i, pace, limit.Token)), .. _agents.Select((agent, i) => SettleAsync(agent, panels.Length + i, pace, limit.Token))]);
        foreach (var some in panels.Chunk(Panels))
        {
            await Task.WhenAll(some.Select(visitor => visitor.LookAsync()));
        }

        await Task.WhenAll(_agents.Select(agent => agent.LookAsync()));
    }

    public async ValueTask DisposeAsync()
    {
        await Task.WhenAll(_visitors.Concat(_guests).Select(visitor => visitor.DisposeAsync().AsTask()));
        await Task.WhenAll(_agents.Select(agent => agent.DisposeAsync().AsTask()));
    }

    private async Task WorkAsync<TLine>(Client<TLine> client, int number, Pace pace, CancellationToken stop)
        where TLine : class, IAsyncDisposable
    {
        for (var random = RandomOf(number + 1000); !stop.IsCancellationRequested; await pace(random, stop))
        {
            await client.StepAsync(isBusy: true);
        }
    }

    private async Task SettleAsync<TLine>(Client<TLine> client, int number, Pace pace, CancellationToken limit)
        where TLine : class, IAsyncDisposable
    {
        var random = RandomOf(number + 2000);
        await client.WakeAsync();
        do
        {
            await client.StepAsync(isBusy: false);
            await pace(random, limit);
        }
        while (client is not { IsSettled: true, IsConnected: true } && !limit.IsCancellationRequested);
    }

    private Random RandomOf(int client) => new(unchecked((_seed * 7919) + client));
}
