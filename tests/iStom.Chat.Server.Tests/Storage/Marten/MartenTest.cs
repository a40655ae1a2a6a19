using iStom.Chat.Domain.Tickets;
using iStom.Chat.Server.Hubs;
using iStom.Chat.Server.Storage;
using iStom.Chat.Server.Storage.Marten;
using iStom.Chat.TestSupport;
using JasperFx;
using Marten;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace iStom.Chat.Server.Tests.Storage.Marten;

/// <summary>A database that the default writer has filled, and genuine Marten pointed at it.</summary>
public abstract class MartenTest(TestDatabase databases) : IAsyncLifetime
{
    private ServiceProvider _services = null!;

    protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>The default writer.</summary>
    protected IStore Ours { get; private set; } = null!;

    /// <summary>Genuine Marten, with no seam over it.</summary>
    protected DocumentStore Marten { get; private set; } = null!;

    protected NpgsqlDataSource Database => _services.GetRequiredService<NpgsqlDataSource>();

    protected DocumentMappings Mappings => _services.GetRequiredService<DocumentMappings>();

    protected Rebuild Rebuild => _services.GetRequiredService<Rebuild>();

    public async ValueTask InitializeAsync()
    {
        _services = new ServiceCollection().AddChatStore(await LivedIn.CreateAsync(databases)).BuildServiceProvider();
        Ours = ActivatorUtilities.CreateInstance<PostgresStore>(_services);
        var options = MartenLayout.Options(Database, Mappings);
        options.AutoCreateSchemaObjects = AutoCreate.CreateOrUpdate; // as by default: whatever it finds wrong, it would mend
        Marten = new(options);
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await Marten.DisposeAsync();
        await _services.DisposeAsync();
    }

    protected Task<List<Guid>> TicketsAsync() => ColumnAsync<Guid>($"select id from mt_streams where type = '{Projections.Ticket.Kind}' order by created, id");

    protected async Task<Guid> TicketAsync() => (await ColumnAsync<Guid>("select id from mt_doc_ticket where status <> 'Closed' order by mt_version desc, id"))[0];

    protected Task<IReadOnlyList<StoredEvent>> EventsAsync(Guid stream) => Ours.OpenSession().ReadAsync(stream, after: 0, limit: 10_000, Cancellation);

    protected async Task<Versioned<T>> LoadAsync<T>(Guid id)
        where T : class =>
        (await Ours.OpenSession().LoadAsync<T>(id, Cancellation))!;

    /// <summary>The default writer's way to append to a ticket.</summary>
    protected async Task AppendAsync(Guid ticket, params ITicketEvent[] events)
    {
        var session = Ours.OpenSession();
        session.Append(ticket, await session.LoadAsync<Ticket>(ticket, Cancellation), events);
        await session.CommitAsync(Cancellation);
    }

    /// <summary>Marten's way.</summary>
    protected async Task AppendByMartenAsync(Guid ticket, params ITicketEvent[] events)
    {
        await using var session = Marten.LightweightSession();
        var stream = await session.Events.FetchForWriting<Ticket>(ticket, Cancellation);
        stream.AppendMany(events);
        await session.SaveChangesAsync(Cancellation);
    }

    protected async Task<List<T>> ColumnAsync<T>(string sql)
    {
        await using var command = Database.CreateCommand(sql);
        await using var reader = await command.ExecuteReaderAsync(Cancellation);
        var values = new List<T>();
        while (await reader.ReadAsync(Cancellation))
        {
            values.Add(reader.GetFieldValue<T>(0));
        }

        return values;
    }

    protected async Task<T> ScalarAsync<T>(string sql) => (await ColumnAsync<T>(sql)).Single();
}
