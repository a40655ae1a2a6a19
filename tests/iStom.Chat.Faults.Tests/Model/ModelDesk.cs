using iStom.Chat.Faults.Tests.Checking;
using iStom.Chat.Faults.Tests.Histories;
using iStom.Chat.Faults.Tests.Workload;
using NodaTime;

namespace iStom.Chat.Faults.Tests.Model;

/// <summary>The rules of the model, each command by itself. A conversation's ticket has its id with the first bit turned.</summary>
internal sealed class ModelDesk(ModelStore store, Defects defects)
{
    private const int SomeMessages = 15;

    public static Entry EntryOf(Fact fact) => new(fact.Version, fact.Id, fact.Text);

    public static Guid Other(Guid id)
    {
        var bytes = id.ToByteArray();
        bytes[15] ^= 0x80;
        return new(bytes);
    }

    public Stretch Read(Guid conversation, long after)
    {
        var all = store.Stream(conversation);
        var last = all is [.., var newest] ? newest.Version : 0;
        var from = after == 0 || defects.HasFlag(Defects.IgnoresAfter) ? Math.Max(0, last - 50) : after;
        return defects.HasFlag(Defects.ForgetsTheMissed) && after > 0 ? new([], last) : new([.. all.Where(fact => fact.Version > from).Select(EntryOf)], last);
    }

    public IReadOnlyList<Entry> Before(Guid conversation, long before) =>
        [.. store.Stream(conversation).Where(fact => fact.Version < before).TakeLast(200).Select(EntryOf)];

    /// <summary>The visitor writes: the ticket begins to wait, and returns if it was resolved.</summary>
    public Fact Post(Guid conversation, Guid id, string text)
    {
        if (store.Written(id) is { } first)
        {
            return first;
        }

        var ticket = Other(conversation);
        if (defects.HasFlag(Defects.GetsStuck) && store.Stream(conversation).Count > SomeMessages && conversation.ToByteArray()[0] % 3 == 0)
        {
            throw new RefusedException("unavailable");
        }

        var state = StateOf(ticket);
        if (state is null)
        {
            Append(ticket, FactKind.Opened);
        }
        else if (!state.IsLive)
        {
            Append(ticket, FactKind.Reopened);
            Append(ticket, FactKind.Released, state.Holder);
        }

        if (state is not { Waits: true })
        {
            StartWait(ticket);
        }

        var stored = store.Append(conversation, FactKind.Message, id, text: text);
        return defects.HasFlag(Defects.StoresTheRefused) && stored.Version % 20 == 0 ? throw new RefusedException("text-too-long") : stored;
    }

    public Guid? Next() => Queue() is [var next, ..] ? next : null;

    public IReadOnlyList<Guid> Queue() => [.. Tickets().Where(ticket => StateOf(ticket) is { IsLive: true, Waits: true, Holder: var holder } && holder == default)];

    public IReadOnlyList<Guid> Mine(Guid agent) => [.. Tickets().Where(ticket => StateOf(ticket) is { IsLive: true, Holder: var holder } && holder == agent)];

    public void Take(Guid ticket, Guid agent) => Append(ticket, FactKind.Taken, agent);

    /// <summary>An agent with a customer who waits was away for too long.</summary>
    public void ReturnOne()
    {
        foreach (var ticket in Tickets().Where(ticket => StateOf(ticket) is { IsLive: true, Waits: true, Holder: var holder } && holder != default).Take(1).ToList())
        {
            Append(ticket, FactKind.Returned, StateOf(ticket)!.Holder);
            if (defects.HasFlag(Defects.RestartsReturned))
            {
                StartWait(ticket);
            }
        }
    }

    public Instant? WaitingSince(Guid ticket) =>
        StateOf(ticket) is { Waits: true } ? store.Stream(ticket).Last(fact => fact.Kind == FactKind.WaitStarted).WaitingSince : null;

    /// <summary>A reply or a note of the ticket's agent.</summary>
    public Fact Say(Guid agent, Guid ticket, Guid id, string text, bool note)
    {
        if (store.Written(id) is { } first)
        {
            return first;
        }

        if (note)
        {
            return store.Append(ticket, FactKind.Note, id, agent, text, ofTicket: true);
        }

        var state = StateOf(ticket)!;
        if (!state.IsLive || state.Holder != agent)
        {
            throw new RefusedException("ticket-not-yours");
        }

        if (state.Waits)
        {
            Append(ticket, FactKind.WaitEnded, agent);
        }

        return store.Append(Other(ticket), FactKind.Message, id, agent, text);
    }

    public void Resolve(Guid agent, Guid ticket)
    {
        var state = StateOf(ticket)!;
        if (!state.IsLive)
        {
            return;
        }

        if (state.Waits || state.Holder != agent)
        {
            throw new RefusedException(state.Waits ? "customer-waits" : "ticket-not-yours");
        }

        Append(ticket, FactKind.Resolved, agent);
    }

    private IEnumerable<Guid> Tickets() => store.Facts.Where(fact => fact.Kind == FactKind.Opened).Select(fact => fact.Stream);

    private TicketState? StateOf(Guid ticket) => store.Stream(ticket) is [_, ..] facts ? TicketState.Of(facts) : null;

    private void StartWait(Guid ticket) => store.Append(ticket, FactKind.WaitStarted, ofTicket: true, since: Instant.FromUnixTimeSeconds(store.Facts.Count));

    private void Append(Guid ticket, FactKind kind, Guid by = default) => store.Append(ticket, kind, by: by, ofTicket: true);
}
