using System.Text.Json;
using iStom.Chat.Domain;
using iStom.Chat.Domain.Regulation;
using iStom.Chat.Server.Contract;
using iStom.Chat.Server.Conversations;
using iStom.Chat.Server.Hosting.Commands;
using iStom.Chat.Server.Storage;
using iStom.Chat.TestSupport;
using MediatR;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using NodaTime.Text;

namespace iStom.Chat.Server.Tests.Visitors;

/// <summary>Who sends spam or insults is not heard for a while; nothing that is open is lost.</summary>
public sealed class BlockTests(TestDatabase databases) : ServerTest(databases)
{
    [Fact]
    public async Task Who_is_blocked_is_told_until_when_and_writes_again_after_that()
    {
        await using var visitor = await TestVisitor.OpenAsync(Server);
        await using var other = await TestVisitor.OpenAsync(Server);
        var stored = Guid.CreateVersion7();
        await visitor.Send("Купите", id: stored);
        await using var agent = await TestAgent.OnDutyAsync(Server);
        var ticket = (await agent.TakeNext()).Ticket;
        await using var lead = await TestAgent.SignedInAsync(Server, AgentRole.Supervisor, "Старший");
        var until = Server.Clock.GetCurrentInstant() + Duration.FromHours(2);

        (await BlockAsync(lead, ticket.VisitorId, "Реклама", until, version: 0)).ShouldBeNull();

        var refusal = await RefusalAsync(() => visitor.Send("И ещё"));
        refusal.GetProperty("code").GetString().ShouldBe("visitor-blocked");
        refusal.GetProperty("detail").GetProperty("until").GetString().ShouldBe(InstantPattern.ExtendedIso.Format(until));
        (await RefusalAsync(() => visitor.Claim(RequestKind.WorkStopped))).GetProperty("code").GetString().ShouldBe("visitor-blocked");
        (await visitor.Send("Купите", id: stored)).Sequence.ShouldBe(2, "it was stored before: only its answer may have been lost");
        await visitor.Typing();
        await other.Send("Другой посетитель пишет");
        (await visitor.Join()).Messages.ShouldContain(message => message.Text == "Купите");
        var open = await agent.Open(ticket.Id);
        (open.Ticket.Blocked, open.Ticket.Status, open.Messages.Count(message => message.Author == AuthorKind.Visitor)).ShouldBe((true, Domain.Tickets.TicketStatus.InProgress, 1));
        agent.Typings.All.ShouldBeEmpty();
        await agent.Reply(ticket.Id, "Ответ дойдёт и так");
        await visitor.Messages.Until(message => message.Text == "Ответ дойдёт и так");

        Server.Clock.Set(until - Duration.FromSeconds(1));
        (await RefusalAsync(() => visitor.Send("Рано"))).GetProperty("code").GetString().ShouldBe("visitor-blocked");
        Server.Clock.Set(until);
        await visitor.Send("Снова здесь");
        (await lead.GetAsync("/api/blocks")).GetArrayLength().ShouldBe(0);
        (await agent.Open(ticket.Id)).Ticket.Blocked.ShouldBeFalse();
    }

    /// <summary>What another node changes is seen within seconds; what is asked at every message is asked of memory.</summary>
    [Fact]
    public async Task Whether_somebody_is_blocked_costs_no_query_per_message()
    {
        await using var visitor = await TestVisitor.OpenAsync(Server);
        await visitor.Send("Первое");
        var caller = await CallerAsync();

        (await StatementsAsync(new PostMessage(caller, new(Guid.CreateVersion7()), "Второе", Kind: null, ReplyTo: null))).ShouldBe(0, "what is decided on is remembered, and the commit is shared");
        (await StatementsAsync(new ShowTyping(caller))).ShouldBe(1, "the thread alone");
    }

    [Fact]
    public async Task A_block_is_listed_changed_lifted_and_stands_in_the_audit()
    {
        await using var visitor = await TestVisitor.OpenAsync(Server);
        await visitor.Send("Вопрос");
        await using var agent = await TestAgent.OnDutyAsync(Server);
        var who = (await agent.TakeNext()).Ticket.VisitorId;
        await using var lead = await TestAgent.SignedInAsync(Server, AgentRole.Supervisor, "Старший");
        var now = Server.Clock.GetCurrentInstant();

        (await BlockAsync(lead, who, " ", until: null, version: 0)).ShouldBe("block-reason-missing");
        (await BlockAsync(lead, who, new('а', 501), until: null, version: 0)).ShouldBe("text-too-long");
        (await BlockAsync(lead, who, "Угрозы", until: now, version: 0)).ShouldBe("block-end-passed");
        (await BlockAsync(lead, Guid.NewGuid(), "Угрозы", until: null, version: 0)).ShouldBe("visitor-not-found");
        (await BlockAsync(lead, who, " Угрозы ", until: null, version: 0)).ShouldBeNull();
        (await BlockAsync(lead, who, "Угрозы", now + Duration.FromDays(1), version: 0)).ShouldBe("changed-meanwhile");
        (await BlockAsync(lead, who, "Угрозы и спам", now + Duration.FromDays(30), version: 1)).ShouldBeNull();

        var listed = (await agent.GetAsync("/api/blocks")).EnumerateArray().ShouldHaveSingleItem();
        (listed.GetProperty("visitorId").GetGuid(), listed.GetProperty("reason").GetString(), listed.GetProperty("by").GetString(), listed.GetProperty("version").GetInt64())
            .ShouldBe((who, "Угрозы и спам", "Старший", 2));
        var card = await agent.GetAsync($"/api/visitors/{who}");
        card.GetProperty("block").GetProperty("reason").GetString().ShouldBe("Угрозы и спам");

        (await lead.RefusalAsync(HttpMethod.Delete, $"/api/visitors/{who}/block?version=1")).ShouldBe("changed-meanwhile");
        (await lead.RefusalAsync(HttpMethod.Delete, $"/api/visitors/{who}/block?version=2")).ShouldBeNull();
        (await lead.RefusalAsync(HttpMethod.Delete, $"/api/visitors/{who}/block?version=2")).ShouldBeNull("it is lifted: nothing new");
        await visitor.Send("Можно?");
        (await BlockAsync(lead, who, "Снова", until: null, version: 3)).ShouldBeNull("a lifted one can be made again");
        await using var administrator = await TestAgent.SignedInAsync(Server, AgentRole.Administrator);
        (await administrator.GetAsync("/api/audit?kind=VisitorBlock")).GetProperty("items").GetArrayLength().ShouldBe(4);
        (await new Rebuild(Server.Database, Server.Services.GetRequiredService<DocumentMappings>()).CompareAsync(TestContext.Current.CancellationToken)).ShouldBeEmpty();
    }

    private async Task<int> StatementsAsync<T>(VisitorCommand<T> command)
    {
        await using var scope = Server.Services.CreateAsyncScope();
        var mediator = scope.ServiceProvider.GetRequiredService<IMediator>();
        return await Statements.CountAsync(async () => (await mediator.Send(command, TestContext.Current.CancellationToken)).Refusal.ShouldBeNull());
    }

    /// <summary>The one visitor that there is.</summary>
    private async Task<VisitorCaller> CallerAsync()
    {
        await using var command = Server.Database.CreateCommand("select id, (data ->> 'Conversation')::uuid from mt_doc_visitor");
        await using var reader = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        (await reader.ReadAsync(TestContext.Current.CancellationToken)).ShouldBeTrue();
        return new(new(reader.GetGuid(0)), new(reader.GetGuid(1)), Language.Russian);
    }

    private static Task<string?> BlockAsync(TestAgent lead, Guid visitor, string reason, Instant? until, long version) =>
        lead.RefusalAsync(HttpMethod.Put, $"/api/visitors/{visitor}/block", new { reason, until = until is { } end ? InstantPattern.ExtendedIso.Format(end) : null, version });

    private static async Task<JsonElement> RefusalAsync(Func<Task> call)
    {
        var message = (await call.ShouldThrowAsync<HubException>()).Message;
        return JsonDocument.Parse(message[message.IndexOf('{', StringComparison.Ordinal)..]).RootElement;
    }
}
