using System.Net;
using System.Net.WebSockets;
using iStom.Chat.Domain.Regulation;
using iStom.Chat.Domain;
using iStom.Chat.Domain.Integrations;
using iStom.Chat.Server.Contract;
using iStom.Chat.Server.Hosting.Commands;
using iStom.Chat.Server.Hosting.Identity;
using iStom.Chat.Server.Queue;
using iStom.Chat.TestSupport;
using MediatR;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.DependencyInjection;

namespace iStom.Chat.Server.Tests.Security;

/// <summary>Who may give which command through which door: every command of the code has a row, or the test fails.</summary>
public sealed class AuthorisationMatrixTests(TestDatabase databases) : ServerTest(databases)
{
    private static readonly Role[] Everybody = Enum.GetValues<Role>();
    private static readonly Role[] Staff = [Role.Agent, Role.Supervisor, Role.Administrator];
    private static readonly Role[] Leads = [Role.Supervisor, Role.Administrator];
    private static readonly Role[] Visitors = [Role.Visitor, Role.OtherVisitor];

    private static readonly Row[] Rows =
    [
        new("StartSession", Everybody, Http: HttpCall.OfChat(HttpMethod.Post, "/api/visitor/session", new { site = "i-stom" })),
        new("SignIn", Everybody, Http: HttpCall.OfDesk(HttpMethod.Post, "/api/account/sign-in", new { email = "nobody@example.org", password = "wrong" })),
        new("PostMessage", Visitors, Hub: "visitor Send", Argument: _ => new SendRequest(Guid.CreateVersion7(), "Вопрос", Kind: null, ReplyTo: null)),
        new("JoinConversation", Visitors, Hub: "visitor Join", Argument: _ => new JoinRequest(0)),
        new("GetHistory", Visitors, Hub: "visitor History", Argument: _ => new HistoryRequest(10, 10)),
        new("ClaimCriticality", Visitors, Hub: "visitor Claim", Argument: _ => new ClaimRequest(RequestKind.WorkStopped)),
        new("GetVisitorTicket", Visitors, Hub: "visitor Join", Argument: _ => new JoinRequest(0)),
        new("GetKinds", Visitors, Hub: "visitor Kinds"),
        new("MarkRead", Visitors, Hub: "visitor Read", Argument: _ => new ReadRequest(1)),
        new("ShowTyping", Visitors, Hub: "visitor Typing", Argument: _ => new TypingRequest(Active: true)),
        new("MarkTicketRead", Staff, Hub: "agent Read", Argument: ticket => new TicketReadRequest(ticket, 1)),
        new("ShowAgentTyping", Staff, Hub: "agent Typing", Argument: ticket => new TicketTypingRequest(ticket, Active: true)),
        new("EndOnThisComputer", Visitors, Http: HttpCall.OfChat(HttpMethod.Post, "/api/visitor/end")),
        new("GetQueue", Staff, Hub: "agent Desk", Http: HttpCall.OfDesk(HttpMethod.Get, "/api/queue")),
        new("GetMine", Staff, Hub: "agent Desk", Http: HttpCall.OfDesk(HttpMethod.Get, "/api/tickets/mine")),
        new("TakeNext", Staff, Hub: "agent TakeNext", Http: HttpCall.OfDesk(HttpMethod.Post, "/api/tickets/next")),
        new("TakeTicket", Staff, Hub: "agent Take", Argument: ticket => new TicketRequest(ticket), Http: HttpCall.OfDesk(HttpMethod.Post, "/api/tickets/{id}/take")),
        new("OpenTicket", Staff, Hub: "agent Open", Argument: ticket => new OpenRequest(ticket, 0), Http: HttpCall.OfDesk(HttpMethod.Get, "/api/tickets/{id}")),
        new("GetTicket", Staff, Hub: "agent EndWait", Argument: ticket => new TicketRequest(ticket), Http: HttpCall.OfDesk(HttpMethod.Post, "/api/tickets/{id}/take")),
        new("ReplyToTicket", Staff, Hub: "agent Send", Argument: ticket => new SendReply(Guid.CreateVersion7(), ticket, "Ответ", Note: false), Http: HttpCall.OfDesk(HttpMethod.Post, "/api/tickets/{id}/messages", new { id = Guid.NewGuid(), text = "Ответ" })),
        new("WriteNote", Staff, Hub: "agent Send", Argument: ticket => new SendReply(Guid.CreateVersion7(), ticket, "Заметка", Note: true), Http: HttpCall.OfDesk(HttpMethod.Post, "/api/tickets/{id}/notes", new { id = Guid.NewGuid(), text = "Заметка" })),
        new("EndWait", Staff, Hub: "agent EndWait", Argument: ticket => new TicketRequest(ticket), Http: HttpCall.OfDesk(HttpMethod.Post, "/api/tickets/{id}/end-wait")),
        new("ResolveTicket", Staff, Hub: "agent Resolve", Argument: ticket => new TicketRequest(ticket), Http: HttpCall.OfDesk(HttpMethod.Post, "/api/tickets/{id}/resolve")),
        new("ReopenTicket", Staff, Hub: "agent Reopen", Argument: ticket => new TicketRequest(ticket), Http: HttpCall.OfDesk(HttpMethod.Post, "/api/tickets/{id}/reopen")),
        new("ChangeKind", Staff, Hub: "agent ChangeKind", Argument: ticket => new ChangeKindRequest(ticket, RequestKind.Training, Reason: null), Http: HttpCall.OfDesk(HttpMethod.Post, "/api/tickets/{id}/kind", new { kind = "Training" })),
        new("ConfirmCriticality", Staff, Hub: "agent ConfirmCriticality", Argument: ticket => new TicketRequest(ticket), Http: HttpCall.OfDesk(HttpMethod.Post, "/api/tickets/{id}/confirm-criticality")),
        new("RejectCriticality", Staff, Hub: "agent RejectCriticality", Argument: ticket => new RejectRequest(ticket, "Причина"), Http: HttpCall.OfDesk(HttpMethod.Post, "/api/tickets/{id}/reject-criticality", new { reason = "Причина" })),
        new("TransferTicket", Staff, Hub: "agent Transfer", Argument: ticket => new TransferRequest(ticket, Guid.NewGuid()), Http: HttpCall.OfDesk(HttpMethod.Post, "/api/tickets/{id}/transfer", new { to = Guid.NewGuid() })),
        new("ReleaseTicket", Staff, Hub: "agent Release", Argument: ticket => new TicketRequest(ticket), Http: HttpCall.OfDesk(HttpMethod.Post, "/api/tickets/{id}/release")),
        new("GetTicketHistory", Staff, Hub: "agent History", Argument: ticket => new TicketHistoryRequest(ticket, 10, 10), Http: HttpCall.OfDesk(HttpMethod.Get, "/api/tickets/{id}/messages?before=10")),
        new("SignOut", Staff, Http: HttpCall.OfDesk(HttpMethod.Post, "/api/account/sign-out")),
        new("SignInWithPasskey", Everybody, Http: HttpCall.OfDesk(HttpMethod.Post, "/api/account/passkey-sign-in", new { challenge = Guid.NewGuid(), credential = new { } })),
        new("BeginPasskeySignIn", Everybody, Http: HttpCall.OfDesk(HttpMethod.Post, "/api/account/passkey-sign-in/begin")),
        new("GetInvitation", Everybody, Http: HttpCall.OfDesk(HttpMethod.Post, "/api/account/invitation", new { secret = "none" })),
        new("AcceptInvitation", Everybody, Http: HttpCall.OfDesk(HttpMethod.Post, "/api/account/invitation/accept", new { secret = "none", name = "Новый", password = "wrong" })),
        new("GetMySecurity", Staff, Http: HttpCall.OfDesk(HttpMethod.Get, "/api/account/security")),
        new("ChangePassword", Staff, Http: HttpCall.OfDesk(HttpMethod.Post, "/api/account/password", new { current = "wrong", password = "wrong" })),
        new("BeginTotp", Staff, Http: HttpCall.OfDesk(HttpMethod.Post, "/api/account/totp", new { password = "wrong" })),
        new("ConfirmTotp", Staff, Http: HttpCall.OfDesk(HttpMethod.Post, "/api/account/totp/confirm", new { token = "", code = "" })),
        new("RemoveTotp", Staff, Http: HttpCall.OfDesk(HttpMethod.Post, "/api/account/totp/remove", new { password = "wrong" })),
        new("RenewRecoveryCodes", Staff, Http: HttpCall.OfDesk(HttpMethod.Post, "/api/account/recovery-codes", new { password = "wrong" })),
        new("BeginPasskey", Staff, Http: HttpCall.OfDesk(HttpMethod.Post, "/api/account/passkeys/begin", new { password = "wrong" })),
        new("AddPasskey", Staff, Http: HttpCall.OfDesk(HttpMethod.Post, "/api/account/passkeys", new { challenge = Guid.NewGuid(), credential = new { }, name = "Ключ" })),
        new("RemovePasskey", Staff, Http: HttpCall.OfDesk(HttpMethod.Post, "/api/account/passkeys/none/remove", new { password = "wrong" })),
        new("ListSessions", Staff, Http: HttpCall.OfDesk(HttpMethod.Get, "/api/account/sessions")),
        new("EndSession", Staff, Http: HttpCall.OfDesk(HttpMethod.Post, "/api/account/sessions/{id}/end")),
        new("ListAgents", [Role.Administrator], Http: HttpCall.OfDesk(HttpMethod.Get, "/api/agents")),
        new("ChangeAgentRights", [Role.Administrator], Http: HttpCall.OfDesk(HttpMethod.Put, "/api/agents/{id}", new { email = "a@example.org", name = "Имя", roles = Array.Empty<string>(), paidSupport = false, version = 1 })),
        new("DisableAgent", [Role.Administrator], Http: HttpCall.OfDesk(HttpMethod.Post, "/api/agents/{id}/disable")),
        new("EnableAgent", [Role.Administrator], Http: HttpCall.OfDesk(HttpMethod.Post, "/api/agents/{id}/enable")),
        new("ListInvitations", [Role.Administrator], Http: HttpCall.OfDesk(HttpMethod.Get, "/api/invitations")),
        new("InviteAgent", [Role.Administrator], Http: HttpCall.OfDesk(HttpMethod.Post, "/api/invitations", new { email = "new@example.org", name = "Новый", roles = new[] { "Agent" } })),
        new("ReissueInvitation", [Role.Administrator], Http: HttpCall.OfDesk(HttpMethod.Post, "/api/invitations/{id}/reissue")),
        new("RevokeInvitation", [Role.Administrator], Http: HttpCall.OfDesk(HttpMethod.Post, "/api/invitations/{id}/revoke")),
        new("CreateAdministrator", []),
        new("KeepPresence", []),
        new("GetAudit", [Role.Administrator], Http: HttpCall.OfDesk(HttpMethod.Get, "/api/audit")),
        new("GetCalendar", Staff, Http: HttpCall.OfDesk(HttpMethod.Get, "/api/calendar/2026")),
        new("PreviewCalendar", [Role.Supervisor, Role.Administrator], Http: HttpCall.OfDesk(HttpMethod.Post, "/api/calendar/2026/preview", new { days = Array.Empty<object>() })),
        new("ChangeCalendar", [Role.Supervisor, Role.Administrator], Http: HttpCall.OfDesk(HttpMethod.Put, "/api/calendar/2026?version=7", new { days = Array.Empty<object>() })),
        new("GetRegulation", Staff, Http: HttpCall.OfDesk(HttpMethod.Get, "/api/regulation")),
        new("ChangeRegulation", [Role.Administrator], Http: HttpCall.OfDesk(HttpMethod.Delete, "/api/regulation/{id}?version=7")),
        new("RecomputePromise", []),
        new("EraseVisitor", [Role.Administrator], Http: HttpCall.OfDesk(HttpMethod.Post, "/api/visitors/{id}/erase")),
        new("GetClinics", Staff, Http: HttpCall.OfDesk(HttpMethod.Get, "/api/clinics")),
        new("GetClinic", Staff, Http: HttpCall.OfDesk(HttpMethod.Get, "/api/clinics/{id}")),
        new("GetClinicTickets", Staff, Http: HttpCall.OfDesk(HttpMethod.Get, "/api/clinics/{id}/tickets")),
        new("GetClinicVisitors", Staff, Http: HttpCall.OfDesk(HttpMethod.Get, "/api/clinics/{id}/visitors")),
        new("ChangeClinic", Leads, Http: HttpCall.OfDesk(HttpMethod.Post, "/api/clinics", new { name = "Клиника" })),
        new("EraseContacts", [Role.Administrator], Http: HttpCall.OfDesk(HttpMethod.Post, "/api/clinics/{id}/erase-contacts")),
        new("GetTariffs", Staff, Http: HttpCall.OfDesk(HttpMethod.Get, "/api/tariffs")),
        new("ChangeTariff", Leads, Http: HttpCall.OfDesk(HttpMethod.Post, "/api/tariffs", new { name = "Тариф", plan = "Paid" })),
        new("PreviewImport", Leads, Http: HttpCall.OfDesk(HttpMethod.Post, "/api/clinics/import/preview", new { file = Array.Empty<byte>() })),
        new("ApplyImport", Leads, Http: HttpCall.OfDesk(HttpMethod.Post, "/api/clinics/import", new { file = Array.Empty<byte>() })),
        new("GetApiKeys", [Role.Administrator], Http: HttpCall.OfDesk(HttpMethod.Get, "/api/api-keys")),
        new("CreateApiKey", [Role.Administrator], Http: HttpCall.OfDesk(HttpMethod.Post, "/api/api-keys", new { name = "Счёт", scopes = new[] { "clinics:write" } })),
        new("RevokeApiKey", [Role.Administrator], Http: HttpCall.OfDesk(HttpMethod.Post, "/api/api-keys/{id}/revoke")),
        new("PutClinic", [Role.Program], Http: HttpCall.OfDesk(HttpMethod.Put, "/api/clinics/17", new { name = "Клиника" })),
    ];

    private readonly Dictionary<Role, string?> _cookies = [];

    private enum Role
    {
        Anonymous,
        Visitor,
        OtherVisitor,
        WithoutRole,
        Agent,
        Supervisor,
        Administrator,

        /// <summary>Another program, with a key that may write clinics.</summary>
        Program,

        /// <summary>With a key that may do nothing.</summary>
        ProgramWithoutScope,
    }

    /// <summary>Everybody signs in from one address.</summary>
    protected override void Configure(IWebHostBuilder builder) => builder.UseSetting("Limits:SignIns:Burst", "1000");

    [Fact]
    public void Every_command_has_a_row_and_says_who_may_give_it()
    {
        var commands = typeof(ICommand).Assembly.GetTypes().Where(type => typeof(ICommand).IsAssignableFrom(type) && type is { IsAbstract: false, IsInterface: false }).ToList();

        commands.Select(command => command.Name).Order(StringComparer.Ordinal).ShouldBe(Rows.Select(row => row.Command).Order(StringComparer.Ordinal));
        commands.ShouldAllBe(command => command.GetCustomAttributes(typeof(AllowAttribute), inherit: false).Length == 1);
    }

    [Fact]
    public async Task Only_those_who_may_get_through()
    {
        var ticket = await OpenTicketAsync();
        var wrong = new List<string>();
        foreach (var (row, role) in Rows.SelectMany(row => Everybody.Select(role => (row, role))))
        {
            var isAllowed = row.Allowed.Contains(role);
            if (row.Hub is not null && await GetsThroughHubAsync(role, row, ticket) != isAllowed)
            {
                wrong.Add($"{row.Command} by {role} through the hub should be {isAllowed}");
            }

            if (row.Http is not null && await GetsThroughHttpAsync(role, row, ticket) != isAllowed)
            {
                wrong.Add($"{row.Command} by {role} over HTTP should be {isAllowed}");
            }
        }

        wrong.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_foreign_conversation_cannot_even_be_named()
    {
        await using var owner = await TestVisitor.OpenAsync(Server);
        await owner.Send("Тайна");
        await using var other = await TestVisitor.OpenAsync(Server);

        (await other.Join()).Messages.ShouldBeEmpty();
        (await other.History(before: 100, limit: 200)).ShouldBeEmpty();
        await other.Send("Своё");
        await other.Messages.Until(message => message.Text == "Своё");
        other.Messages.All.ShouldNotContain(message => message.Text == "Тайна");
    }

    [Fact]
    public async Task A_foreign_ticket_is_told_from_a_random_one_by_nobody()
    {
        var foreign = await OpenTicketAsync();
        var caller = new VisitorCaller(new(Guid.NewGuid()), new(Guid.NewGuid()), Domain.Regulation.Language.Russian);
        var mediator = Server.Services.GetRequiredService<IMediator>();
        var cancellation = TestContext.Current.CancellationToken;

        var answers = new[]
        {
            await mediator.Send(new GetVisitorTicket(caller, new(foreign)), cancellation),
            await mediator.Send(new GetVisitorTicket(caller, new(Guid.NewGuid())), cancellation),
        };

        answers.Select(answer => answer.Refusal?.Code).ShouldBe(["ticket-not-found", "ticket-not-found"]);
    }

    private async Task<Guid> OpenTicketAsync()
    {
        await using var visitor = await TestVisitor.OpenAsync(Server);
        await visitor.Send("Вопрос");
        await using var agent = await TestAgent.OnDutyAsync(Server);
        return (await agent.Desk()).Queue.Items[0].Ticket.Id;
    }

    /// <summary>Any answer or refusal of the domain is a way through; being turned away at the door or with <c>forbidden</c> is none.</summary>
    private async Task<bool> GetsThroughHubAsync(Role role, Row row, Guid ticket)
    {
        var (hub, method) = (row.Hub!.Split(' ')[0], row.Hub.Split(' ')[1]);
        await using var client = await ClientAsync(role, hub == "visitor", isFresh: false);
        try
        {
            await client.ConnectTo($"/hubs/{hub}");
            await client.Ask(method, row.Argument is null ? [] : [row.Argument(ticket)]);
            return true;
        }
        catch (WebSocketException)
        {
            return false;
        }
        catch (HubException e)
        {
            return !e.Message.Contains("\"forbidden\"", StringComparison.Ordinal);
        }
    }

    private async Task<bool> GetsThroughHttpAsync(Role role, Row row, Guid ticket)
    {
        var call = row.Http!;
        await using var client = await ClientAsync(role, call.IsChat, isFresh: row.Command is "SignOut" or "EndOnThisComputer");
        var response = await client.HttpAsync(call.Method, call.Path.Replace("{id}", ticket.ToString(), StringComparison.Ordinal), call.Body);
        var body = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return (response.StatusCode is not HttpStatusCode.NotFound || body.Contains("\"code\"", StringComparison.Ordinal))
            && (response.StatusCode is not HttpStatusCode.Unauthorized || !body.Contains("unauthenticated", StringComparison.Ordinal))
            && !body.Contains("\"forbidden\"", StringComparison.Ordinal);
    }

    /// <summary>A client with the cookies of the role, knocking at the door of the chat or of the desk.</summary>
    private async Task<MatrixClient> ClientAsync(Role role, bool isChat, bool isFresh)
    {
        var client = new MatrixClient(Server, isChat ? Server.ChatOrigin : Server.DeskOrigin);
        if (isFresh || !_cookies.TryGetValue(role, out var cookie))
        {
            cookie = await CookieAsync(role);
            _cookies.TryAdd(role, isFresh ? await CookieAsync(role) : cookie);
        }

        client.Cookie = cookie;
        client.Bearer = role is Role.Program or Role.ProgramWithoutScope ? await KeyAsync(role) : null;
        if (!isChat && role is not (Role.Anonymous or Role.Visitor or Role.OtherVisitor or Role.Program or Role.ProgramWithoutScope))
        {
            await client.TakeAntiforgeryTokenAsync();
        }

        return client;
    }

    private async Task<string?> CookieAsync(Role role)
    {
        if (role is Role.Visitor or Role.OtherVisitor)
        {
            await using var visitor = new TestVisitor(Server);
            await visitor.StartSession();
            return visitor.Cookie;
        }

        if (role is Role.Anonymous or Role.Program or Role.ProgramWithoutScope)
        {
            return null;
        }

        await using var agent = new TestAgent(Server);
        await agent.SignIn((await AccountAsync(role)).Email);
        return agent.Cookie;
    }

    private async Task<string> KeyAsync(Role role)
    {
        var key = ApiKeySecret.Create();
        var id = Guid.NewGuid();
        await Server.StoreAsync(new ApiKey(new(id), "Программа", role == Role.Program ? [ApiScopes.ClinicsWrite] : [], "", RevokedAt: null));
        await Server.StoreAsync(new ApiKeySecret(id, VisitorKey.Hash(key), UsedAt: null));
        return key;
    }

    private Task<Agent> AccountAsync(Role role) => role == Role.WithoutRole
        ? Server.AddAgentWithoutRoleAsync()
        : Server.AddAgentAsync(roles: Enum.Parse<AgentRole>(role.ToString()));

    private sealed record Row(string Command, Role[] Allowed, string? Hub = null, Func<Guid, object>? Argument = null, HttpCall? Http = null);

    private sealed record HttpCall(bool IsChat, HttpMethod Method, string Path, object? Body)
    {
        public static HttpCall OfChat(HttpMethod method, string path, object? body = null) => new(IsChat: true, method, path, body);

        public static HttpCall OfDesk(HttpMethod method, string path, object? body = null) => new(IsChat: false, method, path, body);
    }

    private sealed class MatrixClient(RunningServer server, string origin) : TestClient(server, origin)
    {
        public Task ConnectTo(string path) => ConnectAsync(path, _ => { });

        public Task<object> Ask(string method, object[] arguments) => Call<object>(method, arguments);
    }
}
