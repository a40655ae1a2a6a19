using iStom.Chat.Domain;
using iStom.Chat.Domain.Regulation;
using iStom.Chat.Server.Hosting.Commands;
using iStom.Chat.Server.Privacy;
using iStom.Chat.Server.Storage;
using iStom.Chat.Server.Storage.Search;
using iStom.Chat.Server.Tests.Storage;
using iStom.Chat.TestSupport;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace iStom.Chat.Server.Tests.Search;

/// <summary>What is searched is what the events hold: nothing is missed, nothing erased is left or comes back, and it can be made anew.</summary>
public sealed class SearchIndexTests(TestDatabase databases) : SearchTest(databases)
{
    [Fact]
    public async Task An_erased_visitor_is_found_by_nothing_and_no_rebuild_brings_them_back()
    {
        await SignInAsync();
        await WriteAsync("Канарейка поёт", "Синица и счёт");
        var ticket = (await Agent.TakeNext()).Ticket.Id;
        await Agent.Note(ticket, "Заметка о канарейке по счёту");
        (await TextsAsync("канарейка")).Length.ShouldBe(2);

        await EraseAsync(await VisitorAsync());

        (await CountAsync($"select count(*) from istom_search where ticket = '{ticket}'")).ShouldBe(0);
        (await TextsAsync("канарейка")).ShouldBeEmpty();
        (await TextsAsync("счёт")).ShouldBe(["Синица и счёт"]);
        (await DatabaseText.DumpAsync(Server.Database, Cancellation)).ShouldNotContain("канаре", Case.Insensitive);
        (await CountAsync("select count(*) from istom_search_word where word = 'счет'")).ShouldBe(1);
        (await Server.Services.GetRequiredService<Rebuild>().RewriteAsync(Cancellation)).ShouldBeEmpty();
        (await TextsAsync("канарейка")).ShouldBeEmpty();
    }

    /// <summary>The text was read before it was masked, and is written after.</summary>
    [Fact]
    public async Task A_text_that_is_taken_in_while_it_is_erased_is_removed_again()
    {
        await SignInAsync();
        await WriteAsync("Канарейка поёт");
        await Index.CatchUpAsync(Cancellation);
        await ExecuteAsync("create table stale as table istom_search; create table stale_words as table istom_search_word");

        await EraseAsync(await VisitorAsync());
        await ExecuteAsync("insert into istom_search table stale on conflict do nothing; insert into istom_search_word table stale_words on conflict do nothing; drop table stale, stale_words");
        await ExecuteAsync("update istom_search_state set through = (select max(seq_id) - 1 from mt_events where type not in ('ticket_erased', 'conversation_erased'))");
        await Index.CatchUpAsync(Cancellation);

        (await CountAsync("select count(*) from istom_search")).ShouldBe(0);
        (await DatabaseText.DumpAsync(Server.Database, Cancellation)).ShouldNotContain("канаре", Case.Insensitive);
    }

    [Theory]
    [InlineData("delete from istom_search where kind = 1", "words")]
    [InlineData("update istom_search set words = to_tsvector('чужое') where kind = 1", "words")]
    [InlineData("insert into istom_search select 2, gen_random_uuid(), 1, now(), to_tsvector('чужое') on conflict do nothing; update mt_events set type = 'ticket_closed' where false", null)]
    [InlineData("delete from istom_search; update istom_search_state set through = 0", null)]
    public async Task It_is_compared_with_the_events_and_made_anew(string damage, string? what)
    {
        await SignInAsync();
        await WriteAsync("Счёт");
        await Index.CatchUpAsync(Cancellation);
        var rebuild = Server.Services.GetRequiredService<Rebuild>();
        await ExecuteAsync(damage);

        var told = await rebuild.CompareAsync(Cancellation);
        await rebuild.RewriteAsync(Cancellation);

        told.Select(difference => difference.What).Where(each => each != "orphan").ShouldBe(what is null ? [] : [what]);
        (await rebuild.CompareAsync(Cancellation)).ShouldBeEmpty();
        (await TextsAsync("счёт")).ShouldBe(["Счёт"]);
        (await TextsAsync("чужое")).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_row_of_no_text_is_told_and_removed()
    {
        await SignInAsync();
        await WriteAsync("Счёт");
        await Index.CatchUpAsync(Cancellation);
        await ExecuteAsync("insert into istom_search select (select max(seq_id) from mt_events where type = 'wait_started'), gen_random_uuid(), 1, now(), to_tsvector('чужое')");
        var rebuild = Server.Services.GetRequiredService<Rebuild>();

        (await rebuild.CompareAsync(Cancellation)).ShouldHaveSingleItem().What.ShouldBe("orphan");
        await rebuild.RewriteAsync(Cancellation);

        (await rebuild.CompareAsync(Cancellation)).ShouldBeEmpty();
    }

    /// <summary>Numbers are taken before the commit: the lower one may come later.</summary>
    [Fact]
    public async Task What_is_committed_late_under_a_lower_number_is_not_missed()
    {
        await SignInAsync();
        await WriteAsync("Первый счёт");
        await using var connection = await Server.Database.OpenConnectionAsync(Cancellation);
        await using (var transaction = await connection.BeginTransactionAsync(Cancellation))
        {
            await using var late = new NpgsqlCommand(
                """
                insert into mt_streams (id, type, version) values ('00000000-0000-0000-0000-000000000001', 'other', 1);
                insert into mt_events (seq_id, id, stream_id, version, data, type, timestamp)
                select nextval('mt_events_sequence'), gen_random_uuid(), '00000000-0000-0000-0000-000000000001', 1,
                  jsonb_set(data, '{Text}', '"Поздний счёт"'), type, timestamp from mt_events where type = 'visitor_wrote'
                """,
                connection);
            await late.ExecuteNonQueryAsync(Cancellation);
            await WriteAsync("Второй счёт");
            (await TextsAsync("счёт")).ShouldBe(["Второй счёт", "Первый счёт"]);
            await transaction.CommitAsync(Cancellation);
        }

        (await TextsAsync("счёт")).ShouldBe(["Второй счёт", "Первый счёт", "Поздний счёт"], ignoreOrder: true);
    }

    [Fact]
    public async Task A_number_that_was_given_back_holds_nothing_up()
    {
        await SignInAsync();
        await ExecuteAsync("select nextval('mt_events_sequence') from generate_series(1, 40)");
        await WriteAsync("Счёт");

        (await TextsAsync("счёт")).ShouldBe(["Счёт"]);
        await Eventually.HoldsAsync(IsThroughAsync); // as soon as no transaction of any database is as old

        async Task<bool> IsThroughAsync()
        {
            await Index.CatchUpAsync(Cancellation);
            return await CountAsync("select through - (select max(seq_id) from mt_events) from istom_search_state") == 0;
        }
    }

    /// <summary>Marten puts an event of no instant in the place of those that it could not append.</summary>
    [Fact]
    public async Task What_stands_for_a_failed_append_is_passed_by()
    {
        await SignInAsync();
        await ExecuteAsync(
            """
            insert into mt_streams (id, type, version) values ('00000000-0000-0000-0000-000000000001', null, 1);
            insert into mt_events (seq_id, id, stream_id, version, data, type, timestamp)
            values (nextval('mt_events_sequence'), gen_random_uuid(), '00000000-0000-0000-0000-000000000001', 1, '{}', 'tombstone', '-infinity')
            """);
        await WriteAsync("Счёт");

        (await TextsAsync("счёт")).ShouldBe(["Счёт"]);
    }

    [Fact]
    public async Task What_is_written_is_found_by_itself_soon_after()
    {
        await SignInAsync();
        await WriteAsync("Счёт");

        await Eventually.HoldsAsync(async () => await CountAsync("select count(*) from istom_search where kind = 1") == 1);
    }

    [Fact]
    public async Task It_is_said_from_when_on_something_may_be_missing()
    {
        await SignInAsync();
        await WriteAsync("Счёт");
        (await SearchAsync("счёт")).GetProperty("upTo").ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null);
        await using var connection = await Server.Database.OpenConnectionAsync(Cancellation);
        await using var transaction = await connection.BeginTransactionAsync(Cancellation);
        await new NpgsqlCommand("select from istom_search_state for update", connection).ExecuteNonQueryAsync(Cancellation);
        var from = Server.Clock.GetCurrentInstant();
        await WriteAsync("Новый счёт");

        var behind = await Agent.GetAsync("/api/search?text=счёт");

        TextsOf(behind).ShouldBe(["Счёт"]);
        behind.GetProperty("upTo").GetString().ShouldBe(NodaTime.Text.InstantPattern.ExtendedIso.Format(from).Replace("Z", ".000000Z", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_search_that_takes_too_long_is_given_up()
    {
        await SignInAsync();
        await WriteAsync("Счёт");
        await Index.CatchUpAsync(Cancellation);
        await using var connection = await Server.Database.OpenConnectionAsync(Cancellation);
        await using var transaction = await connection.BeginTransactionAsync(Cancellation);
        await new NpgsqlCommand("lock table istom_search in access exclusive mode", connection).ExecuteNonQueryAsync(Cancellation);

        (await Agent.RefusalAsync(HttpMethod.Get, "/api/search?text=счёт")).ShouldBe("search-too-slow");
    }

    /// <summary>As on a database whose account may not have it.</summary>
    [Fact]
    public async Task Without_similar_words_all_else_is_found()
    {
        await SignInAsync();
        await WriteAsync("Квитанция и счёт");
        await DropSimilarityAsync();

        (await TextsAsync("квитанции")).ShouldBe(["Квитанция и счёт"]);
        (await TextsAsync("квитонция")).ShouldBeEmpty();
    }

    /// <summary>The server reads and writes meanwhile; whoever loses a deadlock tries again.</summary>
    private async Task DropSimilarityAsync()
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                await ExecuteAsync("drop extension pg_trgm cascade");
                return;
            }
            catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.DeadlockDetected && tries < 10)
            {
                continue;
            }
        }
    }

    private async Task EraseAsync(Guid visitor)
    {
        var administrator = new AgentCaller(new(Guid.NewGuid()), "Сотрудник 2", [AgentRole.Administrator], PaidSupport: false, Language.Russian);
        (await Server.Services.GetRequiredService<IMediator>().Send(new EraseVisitor(administrator, new(visitor)), Cancellation)).Refusal.ShouldBeNull();
    }

    private async Task ExecuteAsync(string sql)
    {
        await using var command = Server.Database.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(Cancellation);
    }
}
