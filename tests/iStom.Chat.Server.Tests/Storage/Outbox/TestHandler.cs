using System.Collections.Concurrent;
using iStom.Chat.Server.Storage.Outbox;

namespace iStom.Chat.Server.Tests.Storage.Outbox;

/// <summary>Notes what it is given, and whether it ever had one message twice at the same time.</summary>
internal sealed class TestHandler(Func<OutboxDelivery, CancellationToken, Task>? work = null) : IOutboxHandler
{
    private readonly ConcurrentDictionary<Guid, int> _running = new();

    public string Kind { get; init; } = "greet";

    public ConcurrentQueue<OutboxDelivery> Handled { get; } = new();

    public int Overlaps { get; private set; }

    public async Task HandleAsync(OutboxDelivery delivery, CancellationToken cancellation)
    {
        if (_running.AddOrUpdate(delivery.Id, 1, (_, count) => count + 1) > 1)
        {
            Overlaps++;
        }

        Handled.Enqueue(delivery);
        await Task.Yield();
        try
        {
            await (work?.Invoke(delivery, cancellation) ?? Task.CompletedTask);
        }
        finally
        {
            _running.AddOrUpdate(delivery.Id, 0, (_, count) => count - 1);
        }
    }
}
