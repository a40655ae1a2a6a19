using iStom.Chat.Server.Agents;
using iStom.Chat.Server.Contract;
using iStom.Chat.Server.Conversations;
using iStom.Chat.Server.Hosting.Commands;
using iStom.Chat.Server.Hosting.Identity;
using iStom.Chat.Server.Queue;
using iStom.Chat.Server.RemoteSupport;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.SignalR;
using NodaTime;

namespace iStom.Chat.Server.Hubs;

/// <summary>The visitor's line. The sender is taken from the connection, never from a payload.</summary>
[Authorize(AuthenticationSchemes = VisitorAuthentication.SchemeName)]
public sealed class VisitorHub(IMediator mediator, TicketMapper mapper, AgentPresence presence, LiveSockets sockets, WatchedStreams watched, Signals signals, IClock clock) : Hub<IVisitorClient>
{
    private VisitorCaller Caller => Context.User!.ReadVisitor(Context.GetHttpContext());

    public override async Task OnConnectedAsync()
    {
        sockets.Add(Context, visitor: Caller.Visitor.Value, browser: Caller.Browser.Value);
        await Groups.AddToGroupAsync(Context.ConnectionId, HubGroups.Conversation(Caller.Conversation, Caller.Language));
        await Groups.AddToGroupAsync(Context.ConnectionId, HubGroups.Visitors);
    }

    public override Task OnDisconnectedAsync(Exception? exception)
    {
        sockets.Remove(Context);
        watched.Leave(Context.ConnectionId);
        return Task.CompletedTask;
    }

    public async Task<JoinReply> Join(JoinRequest request)
    {
        var joined = await mediator.Ask(new JoinConversation(Caller, request.After), Context.ConnectionAborted);
        watched.Watch(Context.ConnectionId, Caller.Conversation.Value, joined.LastSequence);
        var ticket = joined.Ticket is { } id ? await mediator.Ask(new GetVisitorTicket(Caller, id), Context.ConnectionAborted) : null;
        var hours = mapper.Hours(clock.GetCurrentInstant(), presence.OnDuty().Count);
        return new(joined.Conversation?.Value, joined.Messages, joined.LastSequence, ticket, joined.Reads, hours);
    }

    public async Task<Ack> Send(SendRequest request)
    {
        var replyTo = request.ReplyTo is { } id ? new Domain.MessageId(id) : (Domain.MessageId?)null;
        var posted = await mediator.Ask(new PostMessage(Caller, new(request.Id), request.Text, request.Kind, replyTo, request.Articles, request.Consent, request.Attachments), Context.ConnectionAborted);
        var ticket = posted.IsTicketChanged ? await mediator.Ask(new GetVisitorTicket(Caller, posted.Ticket), Context.ConnectionAborted) : null;
        return new(request.Id, posted.Sequence, posted.SentAt, ticket);
    }

    public async Task<VisitorTicket> Claim(ClaimRequest request) =>
        await mediator.Ask(new GetVisitorTicket(Caller, await mediator.Ask(new ClaimCriticality(Caller, request.Kind), Context.ConnectionAborted)), Context.ConnectionAborted);

    public async Task<VisitorTicket> Helped(HelpedRequest request) =>
        await mediator.Ask(new GetVisitorTicket(Caller, await mediator.Ask(new AnswerResolution(Caller, request.Helped, request.Ticket), Context.ConnectionAborted)), Context.ConnectionAborted);

    public async Task<VisitorTicket> Rate(RateRequest request) =>
        await mediator.Ask(new GetVisitorTicket(Caller, await mediator.Ask(new RateResolution(Caller, request.Stars, request.Comment), Context.ConnectionAborted)), Context.ConnectionAborted);

    public async Task<VisitorTicket> AcceptRemoteSession(AcceptRemoteRequest request) =>
        await mediator.Ask(new GetVisitorTicket(Caller, await mediator.Ask(new AcceptRemoteSession(Caller, new(request.Session), request.Consent), Context.ConnectionAborted)), Context.ConnectionAborted);

    public async Task<VisitorTicket> GiveRemoteAccess(GiveRemoteRequest request) =>
        await mediator.Ask(new GetVisitorTicket(Caller, await mediator.Ask(new GiveRemoteAccess(Caller, new(request.Session), request.TeamViewerId, request.Password), Context.ConnectionAborted)), Context.ConnectionAborted);

    public async Task Read(ReadRequest request)
    {
        var read = await mediator.Ask(new MarkRead(Caller, request.Sequence), Context.ConnectionAborted);
        await signals.ReadByVisitor(read.Ticket, read.Marker);
    }

    public async Task Typing(TypingRequest request) =>
        await signals.VisitorTypes(await mediator.Ask(new ShowTyping(Caller), Context.ConnectionAborted), request.Active);

    public async Task<IReadOnlyList<KindOffer>> Kinds() => await mediator.Ask(new GetKinds(Caller), Context.ConnectionAborted);

    public async Task<IReadOnlyList<Message>> History(HistoryRequest request) =>
        await mediator.Ask(new GetHistory(Caller, request.Before, request.Limit), Context.ConnectionAborted);
}
