using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using iStom.Chat.Domain;
using iStom.Chat.Server.Contract;
using iStom.Chat.Server.Hosting.Outbound;
using iStom.Chat.TestSupport;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace iStom.Chat.Server.Tests.RemoteSupport;

/// <summary>A desk with a ticket in hand, and TeamViewer as the tests script it.</summary>
public abstract class RemoteSupportTest(TestDatabase databases) : ServerTest(databases)
{
    private readonly int _port = FreePort.Find();

    /// <summary>Of calls of TeamViewer.</summary>
    protected FakeTime Time { get; } = new();

    protected ScriptedTeamViewer Service { get; private set; } = null!;

    protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    protected override async ValueTask BeforeStartAsync() => Service = Owned(await ScriptedTeamViewer.StartAsync(_port));

    protected override void Configure(IWebHostBuilder builder) => builder
        .UseSetting("Logging:LogLevel:Default", "Trace")
        .UseSetting("Logging:LogLevel:Microsoft.AspNetCore", "Trace")
        .UseSetting("Logging:LogLevel:Microsoft.AspNetCore.SignalR.Internal.DefaultHubDispatcher", "Trace")
        .UseSetting("Logging:LogLevel:Npgsql", "Trace")
        .UseSetting("TeamViewer:Address", $"http://127.0.0.1:{_port}/")
        .UseSetting("Outbound:AllowedOrigins:0", $"http://127.0.0.1:{_port}")
        .ConfigureServices(services => services.Replace(ServiceDescriptor.Singleton(provider => ActivatorUtilities.CreateInstance<OutboundCalls>(provider, Time))));

    /// <summary>An administrator gives the token; what the settings are then.</summary>
    protected async Task<JsonElement> SetUpAsync(string? token = ScriptedTeamViewer.Token, int minutes = 30)
    {
        var administrator = Owned(await TestAgent.SignedInAsync(Server, AgentRole.Administrator));
        var version = (await administrator.GetAsync("/api/remote-support")).GetProperty("version").GetInt64();
        using var answer = await administrator.HttpAsync(HttpMethod.Put, "/api/remote-support", new { company = "ООО «Айстом»", groupName = "Поддержка", accessMinutes = minutes, token, forgetToken = false, version });
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, await answer.Content.ReadAsStringAsync(Cancellation));
        return await answer.Content.ReadFromJsonAsync<JsonElement>(Cancellation);
    }

    /// <summary>A visitor has asked, and an agent has the ticket, who may write over HTTP too.</summary>
    protected async Task<(TestVisitor Visitor, TestAgent Agent, Guid Ticket)> InHandAsync()
    {
        var visitor = Owned(await TestVisitor.OpenAsync(Server));
        await visitor.Send("Не печатает чек");
        var agent = Owned(await TestAgent.SignedInAsync(Server, AgentRole.Agent, "Ирина"));
        await agent.Connect();
        return (visitor, agent, (await agent.TakeNext()).Ticket.Id);
    }

    /// <summary>Why the agent may not invite; null where they have.</summary>
    protected static Task<string?> TryInviteAsync(TestAgent agent, Guid ticket, Guid session, bool asksForId = false, string purpose = "Настроить печать") =>
        agent.RefusalAsync(HttpMethod.Post, $"/api/tickets/{ticket}/remote-support", new { session, purpose, asksForId });

    protected static async Task<Guid> InviteAsync(TestAgent agent, Guid ticket, bool asksForId = false)
    {
        var session = Guid.CreateVersion7();
        (await TryInviteAsync(agent, ticket, session, asksForId)).ShouldBeNull();
        return session;
    }

    /// <summary>What the agent connects with.</summary>
    protected static Task<JsonElement> AccessAsync(TestAgent agent, Guid ticket) => agent.GetAsync($"/api/tickets/{ticket}/remote-support");

    /// <summary>What the visitor's card has besides its words.</summary>
    protected static async Task<(HttpStatusCode Status, string? Code, string? Link)> CardAsync(TestVisitor visitor, Guid session)
    {
        using var answer = await visitor.HttpAsync(HttpMethod.Get, $"/api/visitor/remote-support/{session}");
        if (!answer.IsSuccessStatusCode)
        {
            return (answer.StatusCode, null, null);
        }

        answer.Headers.CacheControl!.NoStore.ShouldBeTrue();
        var card = await answer.Content.ReadFromJsonAsync<JsonElement>(Cancellation);
        return (answer.StatusCode, card.GetProperty("code").GetString(), card.GetProperty("link").GetString());
    }

    protected static Task<VisitorTicket> AcceptAsync(TestVisitor visitor, Guid session, bool consent = true) => visitor.AcceptRemoteSession(session, consent);
}
