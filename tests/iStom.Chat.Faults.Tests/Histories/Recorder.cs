using System.Collections.Concurrent;
using iStom.Chat.Faults.Tests.Workload;
using iStom.Chat.TestSupport;

namespace iStom.Chat.Faults.Tests.Histories;

/// <summary>Writes down what clients do and see, from many threads, on one clock.</summary>
public sealed class Recorder
{
    private static readonly WallClock Time = new();
    private readonly long _start = Time.GetTimestamp();
    private readonly Lock _lock = new();
    private readonly List<Operation> _operations = [];

    public ConcurrentQueue<Sighting> Sightings { get; } = new();

    public ConcurrentQueue<Reading> Readings { get; } = new();

    public ConcurrentQueue<Screen> Screens { get; } = new();

    public ConcurrentQueue<Desk> Desks { get; } = new();

    public ConcurrentQueue<Desertion> Desertions { get; } = new();

    public ConcurrentQueue<Absence> Absences { get; } = new();

    /// <summary>Since the beginning of the run.</summary>
    public TimeSpan Now => Time.GetElapsedTime(_start);

    public IReadOnlyList<Operation> Operations
    {
        get
        {
            lock (_lock)
            {
                return [.. _operations];
            }
        }
    }

    public int Count
    {
        get
        {
            lock (_lock)
            {
                return _operations.Count;
            }
        }
    }

    /// <summary>Records the invocation, runs the call, records its end. Never throws but for the test's own end.</summary>
    /// <param name="operation">Who wants what; number and times are filled in here.</param>
    /// <param name="call">The call itself; throws <see cref="RefusedException"/> for a refusal.</param>
    /// <param name="answered">What the answer adds to the record.</param>
    public async Task<(Operation Operation, T? Answer)> RunAsync<T>(
        Operation operation, Func<Task<T>> call, Func<Operation, T, Operation>? answered = null)
    {
        operation = Begin(operation);
        try
        {
            var answer = await call();
            operation = answered?.Invoke(operation, answer) ?? operation;
            return (End(operation with { Outcome = Outcome.Ok }), answer);
        }
        catch (RefusedException refused)
        {
            var outcome = refused.IsDefinite ? Outcome.Fail : Outcome.Unknown;
            return (End(operation with { Outcome = outcome, Code = refused.Code }), default);
        }
        catch (Exception e) when (e is not Xunit.Sdk.XunitException)
        {
            return (End(operation with { Outcome = Outcome.Unknown, Code = e.GetType().Name }), default);
        }
    }

    /// <summary>All that was written down, with what the caller knows besides.</summary>
    public History ToHistory(IReadOnlyList<Fact> facts, IReadOnlyList<Guid> accounts, TimeSpan healthyAt, TimeSpan patience) => new()
    {
        Operations = Operations,
        Sightings = [.. Sightings],
        Readings = [.. Readings],
        Screens = [.. Screens],
        Desks = [.. Desks],
        Desertions = [.. Desertions],
        Absences = [.. Absences],
        Facts = facts,
        Agents = accounts.Index().ToDictionary(account => AgentClient.NameOf(account.Index), account => account.Item, StringComparer.Ordinal),
        HealthyAt = healthyAt,
        Patience = patience,
    };

    private Operation Begin(Operation operation)
    {
        lock (_lock)
        {
            operation = operation with { Number = _operations.Count, Invoked = Now };
            _operations.Add(operation);
            return operation;
        }
    }

    private Operation End(Operation operation)
    {
        lock (_lock)
        {
            return _operations[operation.Number] = operation with { Ended = Now };
        }
    }
}
