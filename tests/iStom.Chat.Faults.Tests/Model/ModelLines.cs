using iStom.Chat.Faults.Tests.Histories;
using iStom.Chat.Faults.Tests.Workload;

namespace iStom.Chat.Faults.Tests.Model;

/// <summary>A panel's connection to the model.</summary>
internal sealed class ModelVisitorLine(ModelServer server, ModelDesk desk, Guid conversation) : IVisitorLine
{
    public Task<Stretch> JoinAsync(long after) => server.CallAsync(() => desk.Read(conversation, after));

    public Task<IReadOnlyList<Entry>> HistoryAsync(long before) => server.CallAsync(() => desk.Before(conversation, before));

    public Task<long> SendAsync(Guid id, string text) => server.CallAsync(() => server.Stored(ModelDesk.Other(conversation), desk.Post(conversation, id, text)).Version);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}

/// <summary>A desk's connection to the model.</summary>
internal sealed class ModelAgentLine(ModelServer server, ModelDesk desk, Guid agent) : IAgentLine
{
    /// <summary>Looking and taking are one command, unless the lock is missing.</summary>
    public async Task<Opened> TakeNextAsync()
    {
        if (!server.Has(Defects.TakesWithoutLock))
        {
            return await server.CallAsync(() => Take(Next()));
        }

        var next = await server.CallAsync(Next);
        for (var i = 0; i < 30; i++)
        {
            await Task.Yield();
        }

        return await server.CallAsync(() => Take(next));
    }

    public Task<Opened> OpenAsync(Guid ticket, long after) => server.CallAsync(() => Show(ticket, after));

    public Task<long> SendAsync(Guid id, Guid ticket, string text, bool note) => server.CallAsync(() =>
        note ? desk.Say(agent, ticket, id, text, note).Version : server.Stored(ticket, desk.Say(agent, ticket, id, text, note)).Version);

    public Task ResolveAsync(Guid ticket) => server.CallAsync(() =>
    {
        desk.Resolve(agent, ticket);
        return true;
    });

    public Task<(IReadOnlyList<Guid> Mine, IReadOnlyList<Guid> Queue, int Waiting)> DeskAsync() => server.CallAsync(() => (desk.Mine(agent), desk.Queue(), desk.Queue().Count));

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private Guid Next() => desk.Next() ?? throw new RefusedException("queue-empty");

    private Opened Take(Guid ticket)
    {
        desk.Take(ticket, server.Has(Defects.LosesTakes) && ticket.ToByteArray()[0] % 3 == 0 ? Guid.NewGuid() : agent);
        return Show(ticket, after: 0);
    }

    private Opened Show(Guid ticket, long after) => new(ticket, ModelDesk.Other(ticket), desk.Read(ModelDesk.Other(ticket), after), desk.WaitingSince(ticket));
}
