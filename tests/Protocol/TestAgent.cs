using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using iStom.Chat.Domain;
using iStom.Chat.Domain.Queue;
using iStom.Chat.Domain.Regulation;
using iStom.Chat.Server.Contract;
using iStom.Chat.Server.Hosting.Identity;
using Microsoft.AspNetCore.SignalR.Client;

namespace iStom.Chat.TestSupport;

/// <summary>An agent who speaks the protocol.</summary>
public sealed class TestAgent(IServerAddress server) : TestClient(server, server.DeskOrigin)
{
    public Heard<(Guid Ticket, Message Message)> Messages { get; } = new();

    public Heard<AgentTicket> Tickets { get; } = new();

    public Heard<(Guid Ticket, TicketEventView Event)> TicketEvents { get; } = new();

    public Heard<(Guid Ticket, ReadMarker Marker)> Reads { get; } = new();

    public Heard<(Guid Ticket, string Who, bool Active)> Typings { get; } = new();

    public Heard<QueueView> Queues { get; } = new();

    public Heard<IReadOnlyList<PaidGapView>> PaidGaps { get; } = new();

    public Heard<IReadOnlyList<AlarmView>> Alarms { get; } = new();

    public Heard<IReadOnlyList<CallView>> Calls { get; } = new();

    public Heard<IReadOnlyList<CallTicket>> Callbacks { get; } = new();

    public Heard<IReadOnlyList<Colleague>> Presence { get; } = new();

    /// <summary>A new account, signed in and at the desk.</summary>
    public static async Task<TestAgent> OnDutyAsync(RunningServer server, string name = "Сотрудник", bool paidSupport = false)
    {
        var account = await server.AddAgentAsync(name, paidSupport);
        var agent = new TestAgent(server);
        (await agent.SignIn(account.Email)).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        await agent.Connect();
        return agent;
    }

    /// <summary>A new account with a role, signed in, which may write over HTTP.</summary>
    public static async Task<TestAgent> SignedInAsync(RunningServer server, AgentRole role, string name = "Сотрудник")
    {
        var account = await server.Store.AddAgentAsync(name, paidSupport: false, role);
        var agent = new TestAgent(server) { Account = account.Id };
        (await agent.SignIn(account.Email)).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        await agent.TakeAntiforgeryTokenAsync();
        return agent;
    }

    /// <summary>Whose sign-in it is, where the test knows.</summary>
    public AgentId Account { get; private init; }

    /// <summary>What a resource is now.</summary>
    public async Task<JsonElement> GetAsync(string path)
    {
        using var answer = await HttpAsync(HttpMethod.Get, path);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, await answer.Content.ReadAsStringAsync());
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    public Task<HttpResponseMessage> SignIn(string email, string password = TestAccounts.Password, string? fromOrigin = null, string? code = null) =>
        HttpAsync(HttpMethod.Post, "/api/account/sign-in", new { email, password, code }, fromOrigin);

    /// <summary>The code of the refusal; null where it was done.</summary>
    public async Task<string?> RefusalAsync(HttpMethod method, string path, object? body = null)
    {
        using var answer = await HttpAsync(method, path, body);
        return await CodeAsync(answer);
    }

    /// <inheritdoc cref="RefusalAsync"/>
    public static async Task<string?> CodeAsync(HttpResponseMessage answer) => answer.IsSuccessStatusCode
        ? null
        : (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString();

    /// <summary>What a write answers.</summary>
    public async Task<JsonElement> PostAsync(string path, object? body = null)
    {
        using var answer = await HttpAsync(HttpMethod.Post, path, body);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, await answer.Content.ReadAsStringAsync());
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    public Task Connect(string locale = "ru", string? fromOrigin = null) => ConnectAsync($"/hubs/agent?locale={locale}", Listen, fromOrigin);

    public Task<DeskView> Desk() => Call<DeskView>("Desk");

    public Task<Colleague[]> SetAvailability(Availability availability) => Call<Colleague[]>("SetAvailability", new AvailabilityRequest(availability));

    public Task<AlarmView[]> Acknowledge(Guid alarm) => Call<AlarmView[]>("Acknowledge", new AlarmRequest(alarm));

    public Task<AgentTicket[]> HandOver(Guid? to, params HandedTicket[] tickets) => Call<AgentTicket[]>("HandOver", new HandOverRequest(tickets, to));

    public Task<OpenReply> TakeNext() => Call<OpenReply>("TakeNext");

    public Task<OpenReply> Take(Guid ticket) => Call<OpenReply>("Take", new TicketRequest(ticket));

    public Task<OpenReply> Open(Guid ticket, long after = 0) => Call<OpenReply>("Open", new OpenRequest(ticket, after));

    public Task<SentReply> Reply(Guid ticket, string text, Guid? id = null, params Guid[] attachments) =>
        Call<SentReply>("Send", new SendReply(id ?? Guid.CreateVersion7(), ticket, text, Note: false, attachments));

    public Task<SentReply> Quote(Guid ticket, Guid replyTo, string text) =>
        Call<SentReply>("Send", new SendReply(Guid.CreateVersion7(), ticket, text, Note: false, ReplyTo: replyTo));

    public Task<SentReply> Note(Guid ticket, string text, Guid? id = null, params Guid[] attachments) =>
        Call<SentReply>("Send", new SendReply(id ?? Guid.CreateVersion7(), ticket, text, Note: true, attachments));

    public Task<AgentTicket> Resolve(Guid ticket) => Call<AgentTicket>("Resolve", new TicketRequest(ticket));

    public Task<AgentTicket> Reopen(Guid ticket) => Call<AgentTicket>("Reopen", new TicketRequest(ticket));

    public Task<AgentTicket> ChangeKind(Guid ticket, RequestKind kind, string? reason = null) =>
        Call<AgentTicket>("ChangeKind", new ChangeKindRequest(ticket, kind, reason));

    public Task<AgentTicket> Confirm(Guid ticket) => Call<AgentTicket>("ConfirmCriticality", new TicketRequest(ticket));

    public Task<AgentTicket> Reject(Guid ticket, string? reason) => Call<AgentTicket>("RejectCriticality", new RejectRequest(ticket, reason));

    public Task<AgentTicket> ConfirmClinic(Guid ticket) => Call<AgentTicket>("ConfirmClinic", new TicketRequest(ticket));

    public Task<AgentTicket> DeclineClinic(Guid ticket) => Call<AgentTicket>("DeclineClinic", new TicketRequest(ticket));

    public Task<AgentTicket> Transfer(Guid ticket, Guid to) => Call<AgentTicket>("Transfer", new TransferRequest(ticket, to));

    public Task<AgentTicket> Release(Guid ticket) => Call<AgentTicket>("Release", new TicketRequest(ticket));

    public Task<Message[]> History(Guid ticket, long before, int limit) =>
        Call<Message[]>("History", new TicketHistoryRequest(ticket, before, limit));

    public Task<AgentTicket> EndWait(Guid ticket) => Call<AgentTicket>("EndWait", new TicketRequest(ticket));

    public Task Read(Guid ticket, long sequence) => Call<object?>("Read", new TicketReadRequest(ticket, sequence));

    public Task Typing(Guid ticket, bool active = true) => Call<object?>("Typing", new TicketTypingRequest(ticket, active));

    private void Listen(HubConnection hub)
    {
        hub.On<Guid, Message[]>("Messages", (ticket, messages) => messages.ToList().ForEach(message => Messages.Add((ticket, message))));
        hub.On<AgentTicket>("Ticket", Tickets.Add);
        hub.On<Guid, TicketEventView[]>("TicketEvents", (ticket, events) => events.ToList().ForEach(e => TicketEvents.Add((ticket, e))));
        hub.On<QueueView>("Queue", Queues.Add);
        hub.On<Guid, ReadMarker>("Read", (ticket, marker) => Reads.Add((ticket, marker)));
        hub.On<Guid, string, bool>("Typing", (ticket, who, active) => Typings.Add((ticket, who, active)));
        hub.On<PaidGapView[]>("PaidGaps", PaidGaps.Add);
        hub.On<AlarmView[]>("Alarms", Alarms.Add);
        hub.On<CallView[], CallTicket[]>("Calls", (calls, callbacks) =>
        {
            Calls.Add(calls);
            Callbacks.Add(callbacks);
        });
        hub.On<Colleague[]>("Presence", Presence.Add);
    }
}
