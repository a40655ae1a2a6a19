using System.Net;
using iStom.Chat.Domain.Regulation;
using iStom.Chat.Server.Contract;
using iStom.Chat.Server.Hosting.Identity;
using Microsoft.AspNetCore.SignalR.Client;

namespace iStom.Chat.TestSupport;

/// <summary>A visitor who speaks the protocol.</summary>
public sealed class TestVisitor(IServerAddress server) : TestClient(server, server.ChatOrigin)
{
    private readonly IServerAddress _server = server;

    public Heard<Message> Messages { get; } = new();

    public Heard<VisitorTicket> Tickets { get; } = new();

    public Heard<DeskHours> Desk { get; } = new();

    public Heard<ReadMarker> Reads { get; } = new();

    public Heard<(string Who, bool Active)> Typings { get; } = new();

    /// <summary>Opens the panel on a site and joins.</summary>
    /// <param name="server">Where.</param>
    /// <param name="site">Key of the site.</param>
    /// <param name="key">The key of a browser that is already known.</param>
    /// <param name="locale">Of the panel.</param>
    public static async Task<TestVisitor> OpenAsync(IServerAddress server, string site = "i-stom", string? key = null, string locale = "ru")
    {
        var visitor = new TestVisitor(server) { Cookie = key is null ? null : $"{VisitorKey.CookieName}={key}" };
        (await visitor.StartSession(site)).StatusCode.ShouldBe(HttpStatusCode.OK);
        await visitor.Connect(locale);
        return visitor;
    }

    /// <summary>The same browser in another panel: on another site, or after a reload.</summary>
    public async Task<TestVisitor> Again(string site = "i-stom")
    {
        var visitor = new TestVisitor(_server) { Cookie = Cookie };
        (await visitor.StartSession(site)).StatusCode.ShouldBe(HttpStatusCode.OK);
        await visitor.Connect("ru");
        return visitor;
    }

    public Task<HttpResponseMessage> StartSession(string site = "i-stom", string? fromOrigin = null) =>
        HttpAsync(HttpMethod.Post, "/api/visitor/session", new { site, page = "https://i-stom.ru/", title = "iStom", locale = "ru" }, fromOrigin);

    public Task Connect(string locale = "ru", string? fromOrigin = null) => ConnectAsync($"/hubs/visitor?locale={locale}", Listen, fromOrigin);

    public Task<JoinReply> Join(long after = 0) => Call<JoinReply>("Join", new JoinRequest(after));

    public Task<Ack> Send(string text, RequestKind? kind = null, Guid? id = null, IReadOnlyList<SeenArticle>? articles = null, bool consent = false, params Guid[] attachments) =>
        Call<Ack>("Send", new SendRequest(id ?? Guid.CreateVersion7(), text, kind, ReplyTo: null, articles, consent, attachments));

    public Task<Ack> Quote(Guid replyTo, string text) => Call<Ack>("Send", new SendRequest(Guid.CreateVersion7(), text, Kind: null, replyTo));

    public Task<VisitorTicket> Claim(RequestKind kind) => Call<VisitorTicket>("Claim", new ClaimRequest(kind));

    public Task<VisitorTicket> Helped(bool helped, string? ticket = null) => Call<VisitorTicket>("Helped", new HelpedRequest(helped, ticket));

    public Task<VisitorTicket> Rate(int stars, string? comment = null) => Call<VisitorTicket>("Rate", new RateRequest(stars, comment));

    public Task<VisitorTicket> AcceptRemoteSession(Guid session, bool consent) => Call<VisitorTicket>("AcceptRemoteSession", new AcceptRemoteRequest(session, consent));

    public Task<VisitorTicket> GiveRemoteAccess(Guid session, string? teamViewerId, string? password) => Call<VisitorTicket>("GiveRemoteAccess", new GiveRemoteRequest(session, teamViewerId, password));

    public Task<Message[]> History(long before, int limit) => Call<Message[]>("History", new HistoryRequest(before, limit));

    public Task<KindOffer[]> Kinds() => Call<KindOffer[]>("Kinds");

    public Task Read(long sequence) => Call<object?>("Read", new ReadRequest(sequence));

    public Task Typing(bool active = true) => Call<object?>("Typing", new TypingRequest(active));

    private void Listen(HubConnection hub)
    {
        hub.On<Message[]>("Messages", messages => messages.ToList().ForEach(Messages.Add));
        hub.On<VisitorTicket>("Ticket", Tickets.Add);
        hub.On<DeskHours>("Desk", Desk.Add);
        hub.On<ReadMarker>("Read", Reads.Add);
        hub.On<string, bool>("Typing", (who, active) => Typings.Add((who, active)));
    }
}
