using System.Net;
using System.Text.Json;
using iStom.Chat.Domain;
using iStom.Chat.Domain.Conversations;
using iStom.Chat.Domain.Tickets;
using iStom.Chat.Server.Contract;
using iStom.Chat.Server.Hosting.Commands;
using iStom.Chat.Server.Privacy;
using iStom.Chat.Server.RemoteSupport;
using iStom.Chat.Server.Tests.Storage;
using iStom.Chat.TestSupport;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace iStom.Chat.Server.Tests.RemoteSupport;

/// <summary>§4.1: an agent looks at the customer's screen, with their consent, and nobody else learns how.</summary>
public sealed class RemoteSupportTests(TestDatabase databases) : RemoteSupportTest(databases)
{
    private const string OwnId = "1 098 765 432";
    private const string Digits = "1098765432";
    private const string Password = "kanareika7";

    [Fact]
    public async Task An_agent_invites_with_a_code_the_visitor_consents_and_both_streams_say_what_happened_and_nothing_of_the_code()
    {
        await SetUpAsync();
        var (visitor, agent, ticket) = await InHandAsync();
        (await TryInviteAsync(agent, ticket, Guid.CreateVersion7(), purpose: new('п', 301))).ShouldBe("text-too-long");
        var session = await InviteAsync(agent, ticket);
        (await TryInviteAsync(agent, ticket, session)).ShouldBeNull("the same again");
        (await TryInviteAsync(agent, ticket, Guid.CreateVersion7())).ShouldBe("remote-session-open");
        var made = Service.Calls.All.ShouldHaveSingleItem("one code, not one for each try");
        JsonDocument.Parse(made.Body).RootElement.EnumerateObject().Select(property => property.Name).ShouldBe(["groupname", "description", "end_customer"]);

        var told = await visitor.Messages.Until(message => message.Notice == TicketNotice.RemoteSupportInvited);
        (told.Text, told.Remote).ShouldBe(("Настроить печать", new(session, "ООО «Айстом»", "Ирина", AsksForId: false, Seconds: null)));
        var card = await CardAsync(visitor, session);
        card.ShouldBe((HttpStatusCode.OK, "s12-345-001", "https://get.teamviewer.com/v15/s12345001"));
        var access = await AccessAsync(agent, ticket);
        (access.GetProperty("code").GetString(), access.GetProperty("link").GetString()).ShouldBe(("s12-345-001", "https://start.teamviewer.com/v15/supporter/s12345001"));
        (await agent.RefusalAsync(HttpMethod.Post, $"/api/tickets/{ticket}/remote-support/start", new { session })).ShouldBe("remote-session-not-consented");
        await AcceptAsync(visitor, session);
        Service.Join("s12-345-001");
        (await agent.PostAsync($"/api/tickets/{ticket}/remote-support/check")).GetRawText().ShouldBe("""{"isOpen":true,"isOnline":true}""");
        (await agent.RefusalAsync(HttpMethod.Post, $"/api/tickets/{ticket}/remote-support/start", new { session })).ShouldBeNull();
        Server.Clock.Advance(Duration.FromMinutes(25));
        (await agent.RefusalAsync(HttpMethod.Post, $"/api/tickets/{ticket}/remote-support/end", new { session })).ShouldBeNull();

        await Eventually.HoldsAsync(() => Task.FromResult(Service.StateOf("s12-345-001") == "closed"));
        (await CardAsync(visitor, session)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await AccessAsync(agent, ticket)).GetProperty("code").ValueKind.ShouldBe(JsonValueKind.Null);
        var opened = await agent.Open(ticket);
        opened.Events.Where(e => e.Type.StartsWith("RemoteSupport", StringComparison.Ordinal)).Select(e => (e.Type, e.By, e.Text, e.Detail, e.Seconds))
            .ShouldBe([("RemoteSupportInvited", "Ирина", "Настроить печать", null, null), ("RemoteSupportConsented", null, null, null, null), ("RemoteSupportStarted", "Ирина", null, null, null), ("RemoteSupportEnded", "Ирина", null, "ByAgent", 1500)]);
        (await visitor.Join()).Messages.Where(message => message.Remote is not null).Select(message => (message.Notice, message.Remote!.Seconds))
            .ShouldBe([(TicketNotice.RemoteSupportInvited, null), (TicketNotice.RemoteSupportConsented, null), (TicketNotice.RemoteSupportStarted, null), (TicketNotice.RemoteSupportEnded, 1500L)]);
        await ShouldStandNowhereAsync("s12-345-001", "s12345001", ScriptedTeamViewer.Token);
        (await InviteAsync(agent, ticket)).ShouldNotBe(session, "and another may follow");
    }

    [Fact]
    public async Task The_visitors_own_id_is_for_the_tickets_agent_alone_and_is_kept_nowhere_in_clear()
    {
        var (visitor, agent, ticket) = await InHandAsync();
        (await TryInviteAsync(agent, ticket, Guid.CreateVersion7())).ShouldBe("teamviewer-not-set-up");
        var session = await InviteAsync(agent, ticket, asksForId: true);
        (await TestClient.RefusalOf(() => AcceptAsync(visitor, session))).ShouldBe("teamviewer-id-missing");
        (await TestClient.RefusalOf(() => visitor.GiveRemoteAccess(session, "12 34", Password))).ShouldBe("teamviewer-id-malformed");
        var stranger = Owned(await TestVisitor.OpenAsync(Server));
        await stranger.Send("Другой вопрос");
        (await TestClient.RefusalOf(() => stranger.GiveRemoteAccess(session, OwnId, Password))).ShouldBe("remote-session-over");
        (await CardAsync(stranger, session)).Status.ShouldBe((await CardAsync(stranger, Guid.CreateVersion7())).Status);

        await visitor.GiveRemoteAccess(session, OwnId, Password);
        await visitor.GiveRemoteAccess(session, OwnId, Password);

        var access = await AccessAsync(agent, ticket);
        (access.GetProperty("teamViewerId").GetString(), access.GetProperty("password").GetString()).ShouldBe((Digits, Password));
        (await CardAsync(visitor, session)).ShouldBe((HttpStatusCode.OK, null, null), "not even whoever gave it reads it again");
        var colleague = Owned(await TestAgent.SignedInAsync(Server, AgentRole.Administrator));
        (await colleague.RefusalAsync(HttpMethod.Get, $"/api/tickets/{ticket}/remote-support")).ShouldBe("not-your-ticket");
        (await agent.Open(ticket)).Events.Count(e => e.Type == nameof(RemoteSupportConsented)).ShouldBe(1);
        await ShouldStandNowhereAsync(Digits, Password);
        (await agent.GetAsync("/api/search?text=" + Digits)).GetRawText().ShouldNotContain(ticket.ToString());

        await agent.Transfer(ticket, colleague.Account.Value);
        (await agent.RefusalAsync(HttpMethod.Get, $"/api/tickets/{ticket}/remote-support")).ShouldBe("not-your-ticket");
        (await AccessAsync(colleague, ticket)).GetProperty("password").GetString().ShouldBe(Password);
    }

    [Fact]
    public async Task What_one_connects_with_is_gone_after_its_time_with_its_ticket_when_declined_and_when_erased()
    {
        await SetUpAsync(minutes: 30);
        var (visitor, agent, ticket) = await InHandAsync();
        await InviteAsync(agent, ticket);
        Server.Clock.Advance(Duration.FromMinutes(29));
        (await EndOldAsync()).ShouldBe(0);
        Server.Clock.Advance(Duration.FromMinutes(1));
        (await AccessAsync(agent, ticket)).GetProperty("code").ValueKind.ShouldBe(JsonValueKind.Null, "also before anybody looks for old ones");
        await EndOldAsync();
        (await agent.Open(ticket)).Events.Last(e => e.Type == nameof(RemoteSupportEnded)).Detail.ShouldBe("Expired");

        var begun = await InviteAsync(agent, ticket, asksForId: true);
        await visitor.GiveRemoteAccess(begun, OwnId, Password);
        (await agent.RefusalAsync(HttpMethod.Post, $"/api/tickets/{ticket}/remote-support/start", new { session = begun })).ShouldBeNull();
        Server.Clock.Advance(Duration.FromMinutes(30));
        await EndOldAsync();
        (await AccessAsync(agent, ticket)).GetProperty("password").ValueKind.ShouldBe(JsonValueKind.Null);
        (await agent.Open(ticket)).Ticket.Remote.ShouldNotBeNull("who is connected stays so").StartedAt.ShouldNotBeNull();
        (await agent.RefusalAsync(HttpMethod.Post, $"/api/tickets/{ticket}/remote-support/end", new { session = begun })).ShouldBeNull();

        var declined = await InviteAsync(agent, ticket);
        await AcceptAsync(visitor, declined, consent: false);
        await Eventually.HoldsAsync(() => Task.FromResult(Service.StateOf("s12-345-002") == "closed"));
        (await CardAsync(visitor, declined)).Status.ShouldBe(HttpStatusCode.NotFound);

        var left = await InviteAsync(agent, ticket, asksForId: true);
        await visitor.GiveRemoteAccess(left, OwnId, Password);
        await agent.Reply(ticket, "Готово");
        await agent.Resolve(ticket);
        await EndOldAsync();
        (await agent.Open(ticket)).Events.Last(e => e.Type == nameof(RemoteSupportEnded)).Detail.ShouldBe("WithTicket");
        (await KeptAsync()).ShouldBe(0);

        await visitor.Send("Снова не печатает");
        await agent.Take(ticket);
        await visitor.GiveRemoteAccess(await InviteAsync(agent, ticket, asksForId: true), OwnId, Password);
        (await KeptAsync()).ShouldBe(1);
        var who = new VisitorId((await agent.Open(ticket)).Ticket.VisitorId);
        (await SendAsync(new EraseVisitor(new AgentCaller(new(Guid.NewGuid()), "Сотрудник 2", [AgentRole.Administrator], PaidSupport: false, Domain.Regulation.Language.Russian), who))).Refusal.ShouldBeNull();
        (await KeptAsync()).ShouldBe(0);
        (await DatabaseText.DumpAsync(Server.Database, Cancellation)).ShouldNotContain("Настроить печать");
    }

    [Fact]
    public async Task A_text_that_looks_like_a_card_is_a_text()
    {
        var (visitor, agent, ticket) = await InHandAsync();
        var looksLike = """{"notice":"RemoteSupportInvited","remote":{"session":"00000000-0000-7000-8000-0000000000a1","company":"iStom","agentName":"Ирина"}} [[RemoteSupportInvited]] <remote-card/>""";
        await visitor.Send(looksLike);
        await agent.Reply(ticket, looksLike);

        var messages = (await visitor.Join()).Messages.Where(message => message.Text == looksLike).ToList();
        messages.Count.ShouldBe(2);
        messages.ShouldAllBe(message => message.Remote == null && message.Notice == null);
    }

    /// <summary>The log at its most talkative included; keys of the data protection apart, which are no texts.</summary>
    private async Task ShouldStandNowhereAsync(params string[] secrets)
    {
        var everything = await DatabaseText.DumpAsync(Server.Database, Cancellation) + string.Join('\n', Server.Log.Entries.Select(entry => entry.Text));
        foreach (var secret in secrets)
        {
            var at = everything.IndexOf(secret, StringComparison.Ordinal);
            at.ShouldBe(-1, at < 0 ? "" : everything.Substring(Math.Max(0, at - 200), Math.Min(400, everything.Length - Math.Max(0, at - 200))));
        }
    }

    private async Task<int> EndOldAsync() => (await SendAsync(new EndOldSessions())).Value;

    private Task<T> SendAsync<T>(IRequest<T> command) => Server.Services.GetRequiredService<IMediator>().Send(command, Cancellation);

    private async Task<long> KeptAsync()
    {
        await using var command = Server.Database.CreateCommand("select count(*) from mt_doc_remoteaccess");
        return (long)(await command.ExecuteScalarAsync(Cancellation))!;
    }
}
