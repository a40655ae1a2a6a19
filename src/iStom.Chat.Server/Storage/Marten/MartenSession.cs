using System.Text.Json;
using iStom.Chat.Server.Storage.Outbox;
using iStom.Chat.Server.Storage.Search;
using JasperFx.Events;
using Marten;
using Marten.Internal;
using NodaTime;
using Weasel.Storage;

namespace iStom.Chat.Server.Storage.Marten;

/// <summary>The seam over Marten's unit of work. What was collected is queued and saved at the commit, in one transaction.</summary>
internal sealed class MartenSession(Func<IDocumentSession> open, DocumentMappings mappings, Action<Committed> announce) : IStoreSession
{
    private const string EnqueueSql = "insert into istom_outbox (id, kind, subject, data, due) values (?, ?, ?::uuid, ?::jsonb, ?)";

    private readonly List<Func<CancellationToken, Task>> _writes = [];
    private readonly List<MartenAppend> _appends = [];
    private IDocumentSession _session = open();
    private int _enqueued;

    public async Task<Versioned<T>?> LoadAsync<T>(Guid id, CancellationToken cancellation)
        where T : class
    {
        if (id == Guid.Empty)
        {
            return null; // Marten refuses to look
        }

        if (MartenLayout.IsSnapshot(typeof(T)))
        {
            var stream = await _session.Events.FetchForWriting<T>(id, cancellation);
            return stream.Aggregate is { } state ? new(state, stream.CurrentVersion ?? StreamVersion.None) : null;
        }

        var typed = MartenId<T>.Of(id);
        return await _session.LoadAsync<T>(typed, cancellation) is { } document
            ? new(document, MartenId<T>.RevisionOf(((IMartenSession)_session).Versions, typed))
            : null;
    }

    /// <summary>Marten remembers nothing between sessions.</summary>
    public Task<Versioned<T>?> RecallAsync<T>(Guid id, CancellationToken cancellation)
        where T : class =>
        LoadAsync<T>(id, cancellation);

    public async Task<StoredEvent?> FindEventAsync(Guid eventId, CancellationToken cancellation) =>
        await _session.Events.LoadAsync(eventId, cancellation) is { } found ? Stored(found) : null;

    public async Task<IReadOnlyList<StoredEvent>> ReadAsync(Guid stream, long after, int limit, CancellationToken cancellation) =>
        [.. (await _session.Events.FetchStreamAsync(stream, version: after + limit, fromVersion: after + 1, token: cancellation)).Select(Stored)];

    public void Append(Guid stream, string kind, long expected, IReadOnlyList<NewEvent> events)
    {
        ArgumentOutOfRangeException.ThrowIfZero(events.Count, nameof(events));
        var append = new MartenAppend(stream, kind, expected, events);
        _appends.Add(append);
        _writes.Add(cancellation => append.QueueAsync(_session, cancellation));
    }

    public void Store<T>(T document, long expected, long next)
        where T : class =>
        Queue(() =>
        {
            if (!IsKeptByMarten(document))
            {
                QueueDocument(document, expected, next);
            }
        });

    public void Delete<T>(Guid id, long expected)
        where T : class =>
        _writes.Add(async cancellation =>
        {
            if (expected != StreamVersion.Any)
            {
                await _session.BeginTransactionAsync(cancellation);
                Refuse((await LoadAsync<T>(id, cancellation))?.Version != expected);
            }

            _session.Delete<T>(MartenId<T>.Of(id));
        });

    /// <summary>The outbox is no table of Marten's, which writes this in its own batch.</summary>
    public void Enqueue(OutboxMessage message)
    {
        var json = JsonSerializer.Serialize(message.Data, message.Data.GetType(), StoreJson.Options);
        Queue(() => _session.QueueSqlCommand(EnqueueSql, message.Id, message.Kind, message.Subject!, json, message.Due.ToDateTimeOffset()));
        _enqueued++;
    }

    public void Erase(IReadOnlyList<Guid> subjects)
    {
        _writes.AddRange(subjects.Select(subject => (Func<CancellationToken, Task>)(cancellation => MaskAsync(subject, cancellation))));
        Queue(() => _session.QueueSqlCommand(SearchSql.ForgetAll("?"), [subjects.ToArray()]));
        Queue(() => _session.QueueSqlCommand("delete from istom_outbox where subject = any(?)", [subjects.ToArray()]));
    }

    public async Task<Committed> CommitAsync(CancellationToken cancellation)
    {
        if (_writes.Count == 0)
        {
            return new([]);
        }

        while (!await TrySaveAsync(cancellation))
        {
            _session = open();
        }

        var committed = new Committed([.. _appends.SelectMany(append => append.Stored())], _enqueued);
        announce(committed);
        return committed;
    }

    /// <summary>Whoever appends at any version has decided on none: only they are tried again.</summary>
    private async Task<bool> TrySaveAsync(CancellationToken cancellation)
    {
        try
        {
            foreach (var write in _writes)
            {
                await write(cancellation);
            }

            await _session.SaveChangesAsync(cancellation);
            return true;
        }
        catch (Exception e) when (MartenConflict.Is(e))
        {
            Refuse(!MartenConflict.IsOfStream(e) || _appends.Exists(append => !append.IsAtAnyVersion), e);
            return false;
        }
    }

    /// <summary>A snapshot goes with its stream: Marten itself folds what is appended.</summary>
    private bool IsKeptByMarten<T>(T document)
        where T : class =>
        MartenLayout.IsSnapshot(typeof(T)) && _appends.Exists(append => append.Stream == mappings.Of<T>().Id(document));

    private void QueueDocument<T>(T document, long expected, long next)
        where T : class
    {
        if (expected == StreamVersion.None)
        {
            _session.Insert(document);
        }
        else
        {
            _session.Update(document);
        }

        ((IRevisionedOperation)_session.PendingChanges.Operations().Last()).Revision = next;
    }

    private async Task MaskAsync(Guid stream, CancellationToken cancellation)
    {
        foreach (var stored in await _session.Events.FetchStreamAsync(stream, token: cancellation))
        {
            if (PersonalData.IsIn(stored.Data))
            {
                var masked = _session.Events.BuildEvent(PersonalData.Mask(stored.Data));
                masked.Sequence = stored.Sequence;
                _session.Events.OverwriteEvent(masked);
            }
        }
    }

    private void Queue(Action write) => _writes.Add(_ =>
    {
        write();
        return Task.CompletedTask;
    });

    private static StoredEvent Stored(IEvent found) =>
        new(found.Id, found.StreamId, found.Version, Instant.FromDateTimeOffset(found.Timestamp), found.Data);

    private static void Refuse(bool isConflict, Exception? cause = null)
    {
        if (isConflict)
        {
            throw new ConcurrencyConflictException("Somebody was faster; nothing was written.", cause!);
        }
    }
}
