using iStom.Chat.Domain;
using iStom.Chat.Domain.Privacy;
using iStom.Chat.Server.Hosting.Identity;
using iStom.Chat.Server.Privacy;
using iStom.Chat.Server.Storage;
using iStom.Chat.Server.Tests.Attachments;
using iStom.Chat.Server.Tests.Storage;
using iStom.Chat.TestSupport;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Npgsql;

namespace iStom.Chat.Server.Tests.Privacy;

/// <summary>What is kept for too long goes by itself, and nothing else does.</summary>
public sealed class RetentionTests(TestDatabase databases) : AttachmentTest(databases)
{
    [Fact]
    public async Task Conversations_that_are_over_and_silent_are_erased_open_and_recent_ones_never()
    {
        var agent = Owned(await TestAgent.OnDutyAsync(Server, "Сотрудник М"));
        await ResolvedAsync(agent, "канарейка");
        await Owned(await TestVisitor.OpenAsync(Server)).Send("открытый вопрос");
        Server.Clock.Advance(Duration.FromDays(21));
        agent = Owned(await TestAgent.OnDutyAsync(Server, "Сотрудник М"));
        await agent.TakeNext();
        Server.Clock.Advance(Duration.FromDays(9) - Duration.FromSeconds(1));
        var (recent, writer) = (Owned(await TestAgent.OnDutyAsync(Server, "Сотрудник Н")), Owned(await TestVisitor.OpenAsync(Server)));
        await writer.Send("недавний вопрос");
        await AnswerAsync(recent);
        var administrator = await AdministratorAsync();
        (await RunAsync()).ShouldBe(0, "off by default");
        OnDisk().ShouldHaveSingleItem();
        (await administrator.GetAsync("/api/retention/preview?conversationDays=30")).GetProperty("conversations").GetInt32().ShouldBe(0, "30 days less a second ago");
        Server.Clock.Advance(Duration.FromSeconds(1));

        (await administrator.GetAsync("/api/retention/preview?conversationDays=30")).GetProperty("conversations").GetInt32().ShouldBe(1);
        (await ChangeAsync(administrator, conversationDays: 30, version: 0)).ShouldBeNull();
        (await RunAsync()).ShouldBe(1);
        (await RunAsync()).ShouldBe(0);

        var text = await DatabaseText.DumpAsync(Server.Database, Cancellation);
        text.ShouldNotContain("канарейка");
        text.ShouldContain("открытый вопрос");
        text.ShouldContain("недавний вопрос");
        await Eventually.HoldsAsync(() => Task.FromResult(OnDisk().Length == 0));
        var run = (await administrator.GetAsync("/api/retention")).GetProperty("runs").EnumerateArray().ShouldHaveSingleItem();
        (run.GetProperty("conversations").GetInt32(), run.GetProperty("finishedAt").GetString()).ShouldBe((1, "2026-12-23T09:00:00.000000Z"));
        (await administrator.GetAsync("/api/audit?kind=RetentionRun")).GetProperty("items").GetArrayLength().ShouldBe(2, "its beginning and its end");
        (await new Rebuild(Server.Database, Server.Services.GetRequiredService<DocumentMappings>()).CompareAsync(Cancellation)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Whoever_writes_at_the_last_moment_is_left_alone_also_by_the_replay_of_the_ledger()
    {
        var agent = Owned(await TestAgent.OnDutyAsync(Server));
        var visitor = await ResolvedAsync(agent, "канарейка");
        Server.Clock.Advance(Duration.FromDays(31));
        var id = await VisitorAsync();
        var (now, ledger) = (Server.Clock.GetCurrentInstant(), Server.Services.GetRequiredService<ErasureLedger>());
        // A run has found them and noted it; then they write.
        await ledger.AppendAsync(ErasureEntry.OfDesk(now, id), Cancellation);
        Server.Clock.Advance(Duration.FromSeconds(1));
        await visitor.Send("ещё канарейка");

        (await Server.Services.GetRequiredService<VisitorErasure>().EraseAsync(id, Actor.Desk, now, now - Duration.FromDays(30), Cancellation)).ShouldBeFalse();
        (await Server.Services.GetRequiredService<ErasureReplay>().ReplayAsync(Cancellation)).ShouldBe((1, 0));
        (await DatabaseText.DumpAsync(Server.Database, Cancellation)).ShouldContain("ещё канарейка");
    }

    [Fact]
    public async Task A_run_that_was_cut_short_is_known_and_the_next_goes_on()
    {
        var agent = Owned(await TestAgent.OnDutyAsync(Server));
        for (var i = 0; i < 3; i++)
        {
            await ResolvedAsync(agent, $"канарейка {i}");
        }

        Server.Clock.Advance(Duration.FromDays(31));
        (await ChangeAsync(await AdministratorAsync(), conversationDays: 30, version: 0)).ShouldBeNull();
        Directory.CreateDirectory(Server.LedgerPath);
        await Should.ThrowAsync<UnauthorizedAccessException>(RunAsync);
        (await DatabaseText.DumpAsync(Server.Database, Cancellation)).ShouldContain("канарейка 0", customMessage: "nobody is erased who is not in the ledger");
        Directory.Delete(Server.LedgerPath);
        await RefuseToEraseAsync(threads: "select (data ->> 'Conversation')::uuid from mt_doc_visitor order by id offset 1 limit 1");
        (await Should.ThrowAsync<PostgresException>(RunAsync)).MessageText.ShouldBe("cut");
        (await ErasedAsync()).ShouldBe(1, "whoever came before the cut, and nobody in halves");
        await ExecuteAsync("drop trigger cut on mt_events");

        (await RunAsync()).ShouldBe(2);
        (await ErasedAsync()).ShouldBe(3);
        (await DatabaseText.DumpAsync(Server.Database, Cancellation)).ShouldNotContain("канарейка");
        var runs = (await (await AdministratorAsync()).GetAsync("/api/retention")).GetProperty("runs").EnumerateArray().ToList();
        runs.Select(run => run.GetProperty("finishedAt").ValueKind == System.Text.Json.JsonValueKind.Null).ShouldBe([false, true, true]);
    }

    [Fact]
    public async Task Lines_of_the_audit_and_what_is_technical_go_after_their_time()
    {
        var administrator = await AdministratorAsync();
        (await ChangeAsync(administrator, conversationDays: null, version: 0)).ShouldBeNull();
        await Server.StoreAsync(new UsedToken(Guid.NewGuid(), Server.Clock.GetCurrentInstant()));
        Server.Clock.Advance(Duration.FromDays(181));
        administrator = await AdministratorAsync();
        (await administrator.RefusalAsync(HttpMethod.Put, "/api/retention", new { auditDays = 179, version = 1 })).ShouldBe("retention-out-of-range");
        (await administrator.RefusalAsync(HttpMethod.Put, "/api/retention", new { conversationDays = 29, version = 1 })).ShouldBe("retention-out-of-range");
        (await administrator.RefusalAsync(HttpMethod.Put, "/api/retention", new { technicalDays = 6, version = 1 })).ShouldBe("retention-out-of-range");
        (await administrator.RefusalAsync(HttpMethod.Put, "/api/retention", new { auditDays = 180, technicalDays = 7, version = 0 })).ShouldBe("changed-meanwhile");
        (await administrator.RefusalAsync(HttpMethod.Put, "/api/retention", new { auditDays = 180, technicalDays = 7, version = 1 })).ShouldBeNull();

        await RunAsync();

        var run = (await administrator.GetAsync("/api/retention")).GetProperty("runs")[0];
        (run.GetProperty("auditLines").GetInt32(), run.GetProperty("technical").GetInt32()).ShouldBe((1, 2), "the first change; the token and the first sign-in");
        (await administrator.GetAsync("/api/audit")).GetProperty("items").GetArrayLength().ShouldBe(3, "the second change and the run");
        (await administrator.GetAsync("/api/retention")).GetProperty("settings").GetProperty("auditDays").GetInt32().ShouldBe(180, "what staff keep stays");
    }

    /// <summary>As it is done every hour: nothing may be read from end to end that grows with what is kept.</summary>
    [Fact]
    public async Task Whoever_is_outdated_is_found_by_indexes_alone()
    {
        await ExecuteAsync(
            $"""
            insert into mt_doc_visitor (id, data, key_hash, mt_version)
              select id, jsonb_build_object('Conversation', thread), 'key ' || id, 1 from (select gen_random_uuid() as id, gen_random_uuid() as thread from generate_series(1, 4000)) made;
            insert into mt_streams (id, type, version) select (data ->> 'Conversation')::uuid, 'conversation', 1 from mt_doc_visitor;
            insert into mt_events (seq_id, id, stream_id, version, data, type, timestamp)
              select nextval('mt_events_sequence'), gen_random_uuid(), (data ->> 'Conversation')::uuid, 1, jsonb_build_object(), 'visitor_wrote', now() from mt_doc_visitor;
            update mt_doc_visitor set key_hash = '{PersonalDataAttribute.Erased} ' || id where id in (select id from mt_doc_visitor limit 3000);
            analyze
            """);

        var found = await PlanAsync(Outdated.PeopleSql, "now()", "200");
        found.ShouldContain("istom_visitor_kept");
        found.ShouldNotContain("Seq Scan on mt_events");
        found.ShouldNotContain("Seq Scan on mt_streams");
        (await PlanAsync(VisitorErasure.WhoSql, $"'{Guid.NewGuid()}'::uuid")).ShouldContain("istom_visitor_thread");
    }

    private async Task<string> PlanAsync(string sql, params string[] values)
    {
        await using var command = Server.Database.CreateCommand($"explain {values.Index().Aggregate(sql, (text, value) => text.Replace($"${value.Index + 1}", value.Item, StringComparison.Ordinal))}");
        await using var reader = await command.ExecuteReaderAsync(Cancellation);
        var lines = new List<string>();
        while (await reader.ReadAsync(Cancellation))
        {
            lines.Add(reader.GetString(0));
        }

        return string.Join('\n', lines);
    }

    /// <summary>As a crash would: in the middle of somebody's erasure.</summary>
    private async Task RefuseToEraseAsync(string threads)
    {
        await using var thread = Server.Database.CreateCommand(threads);
        var id = (Guid)(await thread.ExecuteScalarAsync(Cancellation))!;
        await ExecuteAsync(
            $"""
            create function cut() returns trigger language plpgsql as $$ begin raise exception 'cut'; end $$;
            create trigger cut before insert on mt_events for each row when (new.stream_id = '{id}') execute function cut()
            """);
    }

    private async Task<long> ErasedAsync()
    {
        await using var command = Server.Database.CreateCommand("select count(*) from mt_events where type = 'conversation_erased'");
        return (long)(await command.ExecuteScalarAsync(Cancellation))!;
    }

    private async Task ExecuteAsync(string sql)
    {
        await using var command = Server.Database.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(Cancellation);
    }

    private static Task<string?> ChangeAsync(TestAgent administrator, int? conversationDays, long version) =>
        administrator.RefusalAsync(HttpMethod.Put, "/api/retention", new { conversationDays, version });

    private async Task<TestAgent> AdministratorAsync() => Owned(await TestAgent.SignedInAsync(Server, AgentRole.Administrator));

    private async Task<TestVisitor> ResolvedAsync(TestAgent agent, string text)
    {
        var visitor = Owned(await TestVisitor.OpenAsync(Server));
        await visitor.Send(text, attachments: await UploadAsync(visitor, $"{text}.txt", "a"u8.ToArray()));
        await AnswerAsync(agent);
        return visitor;
    }

    private static async Task AnswerAsync(TestAgent agent)
    {
        var ticket = (await agent.TakeNext()).Ticket.Id;
        await agent.Reply(ticket, "ответ");
        await agent.Resolve(ticket);
    }

    private async Task<int> RunAsync()
    {
        await using var scope = Server.Services.CreateAsyncScope();
        return (await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new RunRetention(), Cancellation)).Value;
    }

    private async Task<VisitorId> VisitorAsync()
    {
        await using var command = Server.Database.CreateCommand("select id from mt_doc_visitor");
        return new((Guid)(await command.ExecuteScalarAsync(Cancellation))!);
    }
}
