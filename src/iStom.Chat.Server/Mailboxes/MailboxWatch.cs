using iStom.Chat.Domain;
using iStom.Chat.Domain.Mail;
using iStom.Chat.Server.Contract;
using iStom.Chat.Server.Storage.Changes;

namespace iStom.Chat.Server.Mailboxes;

/// <summary>
/// Fetches from every mailbox that is not paused, each in a loop of its own, which begins anew when the mailbox is changed, or the largest mail. Several nodes
/// fetch the same: the same mail makes one entry.
/// </summary>
public sealed partial class MailboxWatch(LiveDocuments<Mailbox> boxes, MailSettingsBook settings, MailboxFetch fetch, ILogger<MailboxWatch> logger) : BackgroundService
{
    private readonly Dictionary<MailboxId, Loop> _loops = [];
    private readonly SemaphoreSlim _changed = new(1);

    public override void Dispose()
    {
        _changed.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        boxes.Changed += OnChanged;
        settings.Changed += OnChanged;
        try
        {
            while (true)
            {
                await _changed.WaitAsync(stoppingToken);
                await AdjustAsync(stoppingToken);
            }
        }
        finally
        {
            boxes.Changed -= OnChanged;
            settings.Changed -= OnChanged;
            await EndAsync([.. _loops.Keys]);
        }
    }

    private void OnChanged(object? sender, EventArgs e) => _changed.Release();

    private async Task AdjustAsync(CancellationToken stopping)
    {
        var largest = settings.LargestBytes;
        var wanted = boxes.All.Where(box => box is { IsPaused: false, Incoming: not null }).ToDictionary(box => box.Id);
        await EndAsync([.. _loops.Where(loop => !wanted.TryGetValue(loop.Key, out var box) || box != loop.Value.Mailbox || largest != loop.Value.Largest).Select(loop => loop.Key)]);
        foreach (var box in wanted.Values.Where(box => !_loops.ContainsKey(box.Id)))
        {
            var end = CancellationTokenSource.CreateLinkedTokenSource(stopping);
            _loops.Add(box.Id, new(box, largest, end, RunAsync(box, end.Token)));
        }
    }

    private async Task EndAsync(IReadOnlyList<MailboxId> ended)
    {
        foreach (var loop in ended.Select(id => _loops.Remove(id, out var loop) ? loop : null).OfType<Loop>())
        {
            await loop.End.CancelAsync();
            await loop.Running;
            loop.End.Dispose();
        }
    }

    private async Task RunAsync(Mailbox box, CancellationToken cancellation)
    {
        await Task.Yield();
        try
        {
            await fetch.RunAsync(box, cancellation);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            // It was changed or paused, or the server ends.
        }
        catch (Exception e)
        {
            LoopFailed(logger, box.Id.Value, e);
        }
    }

    [LoggerMessage(321, LogLevel.Critical, "Mailbox {Mailbox} is fetched from no more")]
    private static partial void LoopFailed(ILogger logger, Guid mailbox, Exception exception);

    private sealed record Loop(Mailbox Mailbox, int Largest, CancellationTokenSource End, Task Running);
}
