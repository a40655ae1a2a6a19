using iStom.Chat.Faults.Tests.Histories;
using iStom.Chat.Faults.Tests.Workload;
using iStom.Chat.Server.Contract;
using iStom.Chat.TestSupport;
using Microsoft.AspNetCore.SignalR;

namespace iStom.Chat.Faults.Tests.Rig;

/// <summary>The real product, spoken to by its protocol.</summary>
/// <param name="address">The proxy's port, the server's origins.</param>
/// <param name="visitors">Cookies of the visitors.</param>
/// <param name="agents">Cookies of the agents.</param>
internal sealed class HubExchange(IServerAddress address, IReadOnlyList<string> visitors, IReadOnlyList<string> agents) : IExchange
{
    /// <summary>For ever, as far as tests go: whoever sleeps does not watch the clock.</summary>
    private static readonly TimeSpan SilenceAllowed = TimeSpan.FromDays(1);

    private int _queuePushes;

    /// <summary>After which a client gives up, hangs up and dials again.</summary>
    public TimeSpan Limit { get; init; } = TimeSpan.FromSeconds(6);


    /// <summary>How often a desk was told about the queue.</summary>
    public int QueuePushes => _queuePushes;

    public async Task<IVisitorLine> DialAsVisitorAsync(int visitor, Action<Entry> heard)
    {
        var client = new TestVisitor(address) { Cookie = visitors[visitor], Limit = Limit, SilenceAllowed = SilenceAllowed };
        client.Messages.Each = message => heard(EntryOf(message));
        await DialAsync(client, () => client.Connect());
        return new VisitorLine(client);
    }

    public async Task<IAgentLine> DialAsAgentAsync(int agent, Action<Guid, Entry> heard)
    {
        var client = new TestAgent(address) { Cookie = agents[agent], Limit = Limit, SilenceAllowed = SilenceAllowed };
        client.Messages.Each = message => heard(message.Ticket, EntryOf(message.Message));
        client.Queues.Each = _ => Interlocked.Increment(ref _queuePushes);
        await DialAsync(client, () => client.Connect());
        return new AgentLine(client);
    }

    private static async Task DialAsync(TestClient client, Func<Task> connect)
    {
        try
        {
            await connect();
        }
        catch
        {
            await client.DisposeAsync();
            throw;
        }
    }

    private static Entry EntryOf(Message message) => new(message.Sequence, message.Id, message.Text);

    private static Stretch StretchOf(IReadOnlyList<Message> messages, long last) => new([.. messages.Select(EntryOf)], last);

    private static async Task<T> AskAsync<T>(Task<T> call)
    {
        try
        {
            return await call;
        }
        catch (HubException e) when (TestClient.CodeOf(e) is { } code)
        {
            throw new RefusedException(code);
        }
    }

    private sealed class VisitorLine(TestVisitor visitor) : IVisitorLine
    {
        public async Task<Stretch> JoinAsync(long after)
        {
            var joined = await AskAsync(visitor.Join(after));
            return StretchOf(joined.Messages, joined.LastSequence);
        }

        public async Task<IReadOnlyList<Entry>> HistoryAsync(long before) => [.. (await AskAsync(visitor.History(before, limit: 200))).Select(EntryOf)];

        public async Task<long> SendAsync(Guid id, string text) => (await AskAsync(visitor.Send(text, id: id))).Sequence;

        public ValueTask DisposeAsync() => visitor.DisposeAsync();
    }

    private sealed class AgentLine(TestAgent agent) : IAgentLine
    {
        public async Task<Opened> TakeNextAsync() => OpenedOf(await AskAsync(agent.TakeNext()));

        public async Task<Opened> OpenAsync(Guid ticket, long after) => OpenedOf(await AskAsync(agent.Open(ticket, after)));

        public async Task<long> SendAsync(Guid id, Guid ticket, string text, bool note) =>
            (await AskAsync(note ? agent.Note(ticket, text, id) : agent.Reply(ticket, text, id))).Sequence;

        public Task ResolveAsync(Guid ticket) => AskAsync(agent.Resolve(ticket));

        public async Task<(IReadOnlyList<Guid> Mine, IReadOnlyList<Guid> Queue, int Waiting)> DeskAsync()
        {
            var desk = await AskAsync(agent.Desk());
            return ([.. desk.Mine.Select(ticket => ticket.Id)], [.. desk.Queue.Items.Select(item => item.Ticket.Id)], desk.Queue.Total);
        }

        public ValueTask DisposeAsync() => agent.DisposeAsync();

        private static Opened OpenedOf(OpenReply reply) =>
            new(reply.Ticket.Id, reply.Ticket.ConversationId, StretchOf(reply.Messages, reply.LastSequence), reply.Ticket.Promise?.Start);
    }
}
