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
public sealed partial class AuthorisationMatrixTests(TestDatabase databases) : ServerTest(databases)
{
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
