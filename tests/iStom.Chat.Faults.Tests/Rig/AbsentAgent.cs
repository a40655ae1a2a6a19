using iStom.Chat.Faults.Tests.Checking;
using iStom.Chat.Faults.Tests.Histories;
using iStom.Chat.Faults.Tests.Network;

namespace iStom.Chat.Faults.Tests.Rig;

/// <summary>An agent on a network of their own, who vanishes with tickets in hand and comes back when these are given to others.</summary>
internal sealed class AbsentAgent
{
    /// <summary>Presence is looked at every 15 seconds.</summary>
    private static readonly TimeSpan UntilReturned = TimeSpan.FromSeconds(40);

    private readonly ChatSystem _system;
    private readonly FaultyProxy _network;
    private readonly Guid _account;

    public AbsentAgent(ChatSystem system, int number)
    {
        (_network, Exchange) = system.NewNetwork();
        (_system, _account) = (system, system.Accounts[number]);
    }

    public HubExchange Exchange { get; }

    /// <summary>Cut off in the middle of something, while a customer waits for this agent.</summary>
    public async Task VanishAsync(FaultRun run)
    {
        await LeaveAsync(run, _network.GoDown);
        _system.Count("agent vanished");
    }

    /// <summary>The same without a sign, until the server gives the connection up.</summary>
    public async Task FallSilentAsync(FaultRun run)
    {
        await LeaveAsync(run, _network.FallSilent);
        await run.GivenUpAsync(_network);
        _network.CutAll();
        _system.Count("agent silent");
    }

    /// <summary>Two minutes pass for the agent; then nobody waits for them any more, and they come back.</summary>
    public async Task StayAwayAsync(FaultRun run)
    {
        IReadOnlyList<Fact> facts = [];
        await run.UntilAsync("tickets of an agent who is gone return", async () =>
        {
            await _system.ForgetPresenceAsync(_account);
            facts = await _system.ReadFactsAsync();
            return facts.Any(fact => fact.Kind == FactKind.Returned && fact.By == _account) && !OrphanCheck.WaitingFor(_account, facts).Any();
        }, UntilReturned);
        run.Recorder.Desertions.Enqueue(new(_account, facts));
        _network.ComeUp();
    }

    /// <summary>What was under way may have been the answer, or the end of the last ticket: then the agent comes back and leaves anew.</summary>
    private Task LeaveAsync(FaultRun run, Action leave) => run.UntilAsync("a customer waits for an agent who is gone", async () =>
    {
        if (!await IsNeededAsync())
        {
            return false;
        }

        leave();
        var isNeeded = await IsNeededAsync();
        if (!isNeeded)
        {
            _network.CutAll();
            _network.ComeUp();
        }

        return isNeeded;
    });

    private async Task<bool> IsNeededAsync() => OrphanCheck.WaitingFor(_account, await _system.ReadFactsAsync()).Any();
}
