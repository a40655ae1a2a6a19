using System.Reflection;
using iStom.Chat.Domain.Conversations;
using iStom.Chat.Domain.Tickets;
using iStom.Chat.Server.Storage;
using iStom.Chat.Server.Storage.Marten;
using iStom.Chat.TestSupport;
using JasperFx.Events;
using Marten;
using Marten.Internal;

namespace iStom.Chat.Server.Tests.Storage.Marten;

/// <summary>Genuine Marten reads what the default writer has written, and its own features work on it.</summary>
public sealed class MartenReadingTests(TestDatabase databases) : MartenTest(databases)
{
    [Fact]
    public async Task It_reads_every_stream()
    {
        await using var session = Marten.QuerySession();
        foreach (var stream in await ColumnAsync<Guid>("select id from mt_streams"))
        {
            var read = await session.Events.FetchStreamAsync(stream, token: Cancellation);
            read.Select(Described).ShouldBe((await EventsAsync(stream)).Select(Described));
        }
    }

    [Fact]
    public async Task It_reads_every_document()
    {
        foreach (var mapping in Mappings.All)
        {
            await (Task)typeof(MartenReadingTests).GetMethod(nameof(ReadAllAsync), BindingFlags.NonPublic | BindingFlags.Instance)!
                .MakeGenericMethod(mapping.Type).Invoke(this, [])!;
        }
    }

    [Fact]
    public async Task It_aggregates_every_stream_to_the_products_snapshot()
    {
        await using var session = Marten.QuerySession();
        foreach (var ticket in await TicketsAsync())
        {
            Storage.Described.Of(await session.Events.AggregateStreamAsync<Ticket>(ticket, token: Cancellation))
                .ShouldBe(Storage.Described.Of((await LoadAsync<Ticket>(ticket)).Value));
        }

        foreach (var conversation in await ColumnAsync<Guid>("select id from mt_doc_conversation"))
        {
            (await session.Events.AggregateStreamAsync<Conversation>(conversation, token: Cancellation)).ShouldBe((await LoadAsync<Conversation>(conversation)).Value);
        }
    }

    [Fact]
    public async Task It_aggregates_a_ticket_as_it_was_at_an_earlier_version()
    {
        await using var session = Marten.QuerySession();
        var ticket = await TicketAsync();
        var events = (await EventsAsync(ticket)).Select(stored => (ITicketEvent)stored.Data).ToArray();
        events.Length.ShouldBeGreaterThan(3);
        for (var version = 1; version <= events.Length; version++)
        {
            var then = events.Take(version).Aggregate((Ticket?)null, Ticket.Evolve);
            Storage.Described.Of(await session.Events.AggregateStreamAsync<Ticket>(ticket, version, token: Cancellation)).ShouldBe(Storage.Described.Of(then));
        }
    }

    [Fact]
    public async Task Its_queries_find_documents_by_their_columns()
    {
        await using var session = Marten.QuerySession();
        var all = (await Task.WhenAll((await TicketsAsync()).Select(LoadAsync<Ticket>))).Select(loaded => loaded.Value).ToArray();
        var some = all.First(ticket => ticket.Assignee is not null);

        (await session.Query<Ticket>().Where(ticket => ticket.Status == some.Status).Select(ticket => ticket.Number).ToListAsync(Cancellation))
            .ShouldBe(all.Where(ticket => ticket.Status == some.Status).Select(ticket => ticket.Number), ignoreOrder: true);
        (await session.Query<Ticket>().Where(ticket => ticket.Assignee == some.Assignee && ticket.Visitor == some.Visitor).CountAsync(Cancellation))
            .ShouldBe(all.Count(ticket => ticket.Assignee == some.Assignee && ticket.Visitor == some.Visitor));
        (await session.Query<Ticket>().Where(ticket => ticket.Number == some.Number).SingleAsync(Cancellation)).Id.ShouldBe(some.Id);
        session.Query<Ticket>().Where(ticket => ticket.Number == some.Number).ToCommand().CommandText.ShouldContain("d.number = ");
    }

    [Fact]
    public async Task Its_queries_reach_into_a_documents_data()
    {
        await using var session = Marten.QuerySession();
        var all = (await Task.WhenAll((await TicketsAsync()).Select(LoadAsync<Ticket>))).Select(loaded => loaded.Value).ToArray();
        var level = all.GroupBy(ticket => ticket.Level).MinBy(tickets => tickets.Count())!.Key;

        (await session.Query<Ticket>().Where(ticket => ticket.Level == level).OrderBy(ticket => ticket.Number).Select(ticket => ticket.Number).ToListAsync(Cancellation))
            .ShouldBe(all.Where(ticket => ticket.Level == level).Select(ticket => ticket.Number).Order(StringComparer.Ordinal));
    }

    private async Task ReadAllAsync<T>()
        where T : class
    {
        await using var session = Marten.LightweightSession();
        var ids = await ColumnAsync<Guid>($"select id from {DocumentMapping<T>.Table}");
        ids.ShouldNotBeEmpty(typeof(T).Name);
        foreach (var id in ids)
        {
            var loaded = await LoadAsync<T>(id);
            Storage.Described.Of(await session.LoadAsync<T>(MartenId<T>.Of(id), Cancellation)).ShouldBe(Storage.Described.Of(loaded.Value));
            MartenId<T>.RevisionOf(((IMartenSession)session).Versions, MartenId<T>.Of(id)).ShouldBe(loaded.Version);
        }
    }

    private static string Described(IEvent e) => $"{e.Id} {e.StreamId} {e.Version} {e.Timestamp:O} {Storage.Described.Of(e.Data)}";

    private static string Described(StoredEvent e) => $"{e.Id} {e.Stream} {e.Version} {e.At.ToDateTimeOffset():O} {Storage.Described.Of(e.Data)}";
}
