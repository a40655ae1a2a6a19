using iStom.Chat.Domain;
using iStom.Chat.Domain.Regulation;
using iStom.Chat.Server.Hosting.Commands;
using iStom.Chat.Server.Hosting.Identity;
using iStom.Chat.Server.Privacy;
using iStom.Chat.Server.Tests.Storage;
using iStom.Chat.TestSupport;
using MediatR;
using Microsoft.Extensions.DependencyInjection;

namespace iStom.Chat.Server.Tests.Privacy;

/// <summary>The command through the whole server.</summary>
public sealed class EraseVisitorTests(TestDatabase databases) : ServerTest(databases)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_administrator_erases_and_nobody_else()
    {
        await using var visitor = await TestVisitor.OpenAsync(Server);
        await using var agent = await TestAgent.OnDutyAsync(Server, "Сотрудник 1");
        await visitor.Send("канарейка в вопросе");
        var opened = await agent.TakeNext();
        await agent.Reply(opened.Ticket.Id, "канарейка в ответе");
        await agent.Note(opened.Ticket.Id, "канарейка в заметке");
        var id = new VisitorId(await VisitorAsync());
        await using var lead = await TestAgent.SignedInAsync(Server, AgentRole.Supervisor);
        (await lead.RefusalAsync(HttpMethod.Put, $"/api/visitors/{id.Value}/block", new { reason = "канарейка в причине", version = 0 })).ShouldBeNull();

        (await EraseAsync(id, AgentRole.Agent)).Refusal!.Code.ShouldBe("forbidden");
        (await EraseAsync(id, AgentRole.Agent, AgentRole.Supervisor)).Refusal!.Code.ShouldBe("forbidden");
        (await EraseAsync(new(Guid.NewGuid()), AgentRole.Administrator)).Refusal!.Code.ShouldBe("visitor-not-found");
        File.Exists(Server.LedgerPath).ShouldBeFalse();
        (await EraseAsync(id, AgentRole.Administrator)).Refusal.ShouldBeNull();

        (await DatabaseText.DumpAsync(Server.Database, Cancellation)).ShouldNotContain("канарейка");
        (await File.ReadAllTextAsync(Server.LedgerPath, Cancellation)).ShouldContain(id.Value.ToString());
        var after = await agent.Open(opened.Ticket.Id);
        after.Ticket.Preview.ShouldBe(PersonalDataAttribute.Erased);
        after.Messages.Where(message => message.Text is not null).Select(message => message.Text).Distinct(StringComparer.Ordinal).ShouldBe([PersonalDataAttribute.Erased]);
        after.Messages.ShouldContain(message => message.AuthorName == "Сотрудник 1");
        await using var stranger = await visitor.Again();
        (await stranger.Join()).ConversationId.ShouldBeNull();
    }

    private Task<Decision<VisitorId>> EraseAsync(VisitorId visitor, params AgentRole[] roles) => Server.Services.GetRequiredService<IMediator>()
        .Send(new EraseVisitor(new AgentCaller(new(Guid.NewGuid()), "Сотрудник 2", roles, PaidSupport: false, Language.Russian), visitor), Cancellation);

    private async Task<Guid> VisitorAsync()
    {
        await using var command = Server.Database.CreateCommand("select id from mt_doc_visitor");
        return (Guid)(await command.ExecuteScalarAsync(Cancellation))!;
    }
}
