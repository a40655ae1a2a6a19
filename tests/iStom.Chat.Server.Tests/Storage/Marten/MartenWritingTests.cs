using iStom.Chat.Domain;
using iStom.Chat.Domain.Clinics;
using iStom.Chat.Domain.Conversations;
using iStom.Chat.Domain.Regulation;
using iStom.Chat.Domain.Tickets;
using iStom.Chat.Server.Storage;
using iStom.Chat.TestSupport;
using JasperFx;
using Marten;
using NodaTime;

namespace iStom.Chat.Server.Tests.Storage.Marten;

/// <summary>Genuine Marten and the default writer write in turn, and at once, and neither finds anything amiss.</summary>
public sealed class MartenWritingTests(TestDatabase databases) : MartenTest(databases)
{
    private static readonly Instant Now = RunningServer.MondayNoon;

    [Fact]
    public async Task What_Marten_appends_the_default_writer_reads_and_continues()
    {
        var ticket = await TicketAsync();
        var before = await LoadAsync<Ticket>(ticket);

        await AppendByMartenAsync(ticket, Tag("Marten"));

        var loaded = await LoadAsync<Ticket>(ticket);
        (loaded.Version, loaded.Value.Tags.Single()).ShouldBe((before.Version + 1, "Marten"));
        await AppendAsync(ticket, Tag("ours"));
        (await EventsAsync(ticket)).TakeLast(2).Select(e => (e.Version, ((Tagged)e.Data).Tags[0]))
            .ShouldBe([(before.Version + 1, "Marten"), (before.Version + 2, "ours")]);
        (await Rebuild.CompareAsync(Cancellation)).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_the_default_writer_appends_Marten_reads_and_continues()
    {
        var ticket = await TicketAsync();
        await AppendAsync(ticket, Tag("ours"));
        await using var session = Marten.LightweightSession();

        var stream = await session.Events.FetchForWriting<Ticket>(ticket, Cancellation);
        stream.Aggregate!.Tags.ShouldBe(["ours"]);
        stream.AppendOne(Tag("Marten"));
        await session.SaveChangesAsync(Cancellation);

        (await LoadAsync<Ticket>(ticket)).Value.Tags.ShouldBe(["Marten"]);
        (await Rebuild.CompareAsync(Cancellation)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_stream_that_Marten_begins_the_default_writer_continues()
    {
        var conversation = EventSamples.Conversation.Value;
        await using var session = Marten.LightweightSession();
        session.Events.StartStream<Conversation>(conversation, EventSamples.OfConversation.Take(3));
        await session.SaveChangesAsync(Cancellation);

        var ours = Ours.OpenSession();
        ours.Append(conversation, await ours.LoadAsync<Conversation>(conversation, Cancellation), [EventSamples.OfConversation[3]]);
        await ours.CommitAsync(Cancellation);

        (await EventsAsync(conversation)).Select(e => Described.Of(e.Data)).ShouldBe(EventSamples.OfConversation.Take(4).Select(Described.Of));
        (await Rebuild.CompareAsync(Cancellation)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_document_that_Marten_stores_the_default_writer_reads_and_continues()
    {
        var clinic = new Clinic(new(Guid.NewGuid()), "Marten", Tariff.Paid);
        await using var session = Marten.LightweightSession();
        session.Insert(clinic);
        await session.SaveChangesAsync(Cancellation);

        var loaded = await LoadAsync<Clinic>(clinic.Id.Value);
        (loaded.Version, Described.Of(loaded.Value)).ShouldBe((1, Described.Of(clinic)));
        await StoreAsync(clinic with { Name = "ours" }, loaded.Version);

        (await session.LoadAsync<Clinic>(clinic.Id, Cancellation))!.Name.ShouldBe("ours");
    }

    [Fact]
    public async Task A_document_that_the_default_writer_stores_Marten_reads_and_continues()
    {
        var clinic = new Clinic(new(Guid.NewGuid()), "ours", Tariff.Paid);
        await StoreAsync(clinic, StreamVersion.None);
        await using var session = Marten.LightweightSession();
        session.UpdateRevision((await session.LoadAsync<Clinic>(clinic.Id, Cancellation))! with { Name = "Marten" }, 2);
        await session.SaveChangesAsync(Cancellation);

        var loaded = await LoadAsync<Clinic>(clinic.Id.Value);
        (loaded.Version, loaded.Value.Name).ShouldBe((2, "Marten"));
        await Should.ThrowAsync<ConcurrencyConflictException>(() => StoreAsync(clinic with { Name = "late" }, 1));
    }

    [Fact]
    public async Task Whichever_comes_second_at_a_version_is_refused()
    {
        var ticket = await TicketAsync();
        await using var session = Marten.LightweightSession();
        (await session.Events.FetchForWriting<Ticket>(ticket, Cancellation)).AppendOne(Tag("Marten"));
        var ours = Ours.OpenSession();
        ours.Append(ticket, await ours.LoadAsync<Ticket>(ticket, Cancellation), [Tag("ours")]);

        await AppendAsync(ticket, Tag("first"));

        await Should.ThrowAsync<ConcurrencyException>(() => session.SaveChangesAsync(Cancellation));
        await Should.ThrowAsync<ConcurrencyConflictException>(() => ours.CommitAsync(Cancellation));
        await AppendByMartenAsync(ticket, Tag("second"));
        (await LoadAsync<Ticket>(ticket)).Value.Tags.ShouldBe(["second"]);
    }

    [Fact]
    public async Task The_rows_are_right_after_both_have_written_in_turn()
    {
        var ticket = await TicketAsync();
        var last = await ScalarAsync<long>("select max(seq_id) from mt_events");
        await AppendByMartenAsync(ticket, Tag("1"), Tag("2"));
        await AppendAsync(ticket, Tag("3"));
        await AppendByMartenAsync(ticket, Tag("4"));
        await AppendAsync(ticket, Tag("5"), Tag("6"));

        (await ColumnAsync<string>($"select data -> 'Tags' ->> 0 from mt_events where seq_id > {last} order by seq_id")).ShouldBe(["1", "2", "3", "4", "5", "6"]);
        (await ScalarAsync<long>($"select count(distinct (type, mt_dotnet_type, tenant_id, is_archived, bdata, stream_id)) from mt_events where seq_id > {last}")).ShouldBe(1);
        (await ScalarAsync<bool>($"select bool_and(tenant_id = '*DEFAULT*' and not is_archived and bdata is null) from mt_events where seq_id > {last}")).ShouldBeTrue();
        (await ScalarAsync<bool>("select last_value = (select max(seq_id) from mt_events) from mt_events_sequence")).ShouldBeTrue();
        (await ScalarAsync<bool>(
            $"""
            select s.version = e.count and s.version = e.max and s.version = d.mt_version and s.type = 'ticket' and s.tenant_id = '*DEFAULT*' and not s.is_archived
            from mt_streams s join mt_doc_ticket d using (id), (select count(*), max(version) from mt_events where stream_id = '{ticket}') e where s.id = '{ticket}'
            """)).ShouldBeTrue();
    }

    [Fact]
    public async Task Both_write_the_instants_that_are_meant()
    {
        var ticket = await TicketAsync();
        await AppendAsync(ticket, Tag("ours"));
        await using var session = Marten.LightweightSession();
        var stream = await session.Events.FetchForWriting<Ticket>(ticket, Cancellation);
        var built = session.Events.BuildEvent(Tag("Marten"));
        built.Timestamp = Now.ToDateTimeOffset();
        stream.AppendOne(built);
        await session.SaveChangesAsync(Cancellation);

        (await EventsAsync(ticket)).TakeLast(2).ShouldAllBe(e => e.At == Now);
        (await ScalarAsync<bool>($"select created <= timestamp from mt_streams where id = '{ticket}'")).ShouldBeTrue();
        (await ScalarAsync<bool>($"select mt_last_modified > now() - interval '1 minute' from mt_doc_ticket where id = '{ticket}'")).ShouldBeTrue();
    }

    /// <summary>Each writer goes on until it was accepted five times.</summary>
    [Fact]
    public async Task Eight_writers_at_once_half_of_them_Marten_leave_no_gap()
    {
        var ticket = await TicketAsync();
        var before = await LoadAsync<Ticket>(ticket);

        var refused = await Task.WhenAll(Enumerable.Range(0, 8).Select(writer => WriteFiveAsync(ticket, writer)));

        refused.Sum().ShouldBeGreaterThan(0);
        var events = await EventsAsync(ticket);
        events.Select(e => e.Version).ShouldBe(Enumerable.Range(1, (int)before.Version + 40).Select(i => (long)i));
        events.TakeLast(40).GroupBy(e => ((Tagged)e.Data).Tags[0], StringComparer.Ordinal).ShouldAllBe(byWriter => byWriter.Count() == 5);
        (await ScalarAsync<bool>("select last_value >= (select max(seq_id) from mt_events) from mt_events_sequence")).ShouldBeTrue();
        (await Rebuild.CompareAsync(Cancellation)).ShouldBeEmpty();
        var loaded = await LoadAsync<Ticket>(ticket);
        (loaded.Version, loaded.Value.Tags[0]).ShouldBe((before.Version + 40, ((Tagged)events[^1].Data).Tags[0]));
    }

    private async Task<int> WriteFiveAsync(Guid ticket, int writer)
    {
        var refused = 0;
        for (var written = 0; written < 5;)
        {
            try
            {
                await (writer % 2 == 0 ? AppendAsync(ticket, Tag($"{writer}")) : AppendByMartenAsync(ticket, Tag($"{writer}")));
                written++;
            }
            catch (Exception e) when (e is ConcurrencyException or ConcurrencyConflictException)
            {
                refused++;
            }
        }

        return refused;
    }

    private async Task StoreAsync(Clinic clinic, long expected)
    {
        var session = Ours.OpenSession();
        session.Store(clinic, expected, expected + 1);
        await session.CommitAsync(Cancellation);
    }

    private static Tagged Tag(string tag) => new([tag], Actor.Desk, Now);
}
