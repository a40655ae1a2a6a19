using iStom.Chat.Domain;
using iStom.Chat.Domain.Wording;
using iStom.Chat.Server.Agents;
using iStom.Chat.Server.Alarms;
using iStom.Chat.Server.Contract;
using iStom.Chat.Server.Hosting;
using iStom.Chat.Server.Hosting.Commands;
using iStom.Chat.Server.Hosting.Identity;
using iStom.Chat.Server.Queue;
using iStom.Chat.Server.Tickets;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.SignalR;
using NodaTime;

namespace iStom.Chat.Server.Hubs;

/// <summary>The agents' line. The actor is taken from the connection, never from a payload.</summary>
[Authorize(AuthenticationSchemes = DeskCookie.Scheme)]
public sealed class AgentHub(IMediator mediator, TicketMapper mapper, AgentPresence presence, PresenceLeases leases, PaidCoverWatch cover, AlarmWatch alarms, CallWatch calls, LiveSockets sockets, WatchedStreams watched, Signals signals, WorkingTextBook texts, IClock clock) : Hub<IAgentClient>
{
    private AgentCaller Caller => Context.User!.ReadAgent(Context.GetHttpContext());

    private bool IsLead => Caller.Roles.Any(role => role >= AgentRole.Supervisor);

    private CancellationToken Aborted => Context.ConnectionAborted;

    public override async Task OnConnectedAsync()
    {
        await Groups.AddToGroupAsync(Context.ConnectionId, HubGroups.Desks(Caller.Language));
        await Groups.AddToGroupAsync(Context.ConnectionId, HubGroups.Agent(Caller.Agent, Caller.Language));
        if (IsLead)
        {
            await Groups.AddToGroupAsync(Context.ConnectionId, HubGroups.Leads);
        }

        sockets.Add(Context, session: Guid.Parse(Context.User!.FindFirst(ClaimNames.Session)!.Value));
        presence.Enter(Context.ConnectionId, Caller);
        presence.See(await leases.RenewAsync([Caller.Agent.Value], clock.GetCurrentInstant(), Aborted));
        await AnnouncePresence();
    }

    public override async Task OnDisconnectedAsync(Exception? exception)
    {
        sockets.Remove(Context);
        watched.Leave(Context.ConnectionId);
        presence.Leave(Context.ConnectionId);
        await leases.RenewAsync([Caller.Agent.Value], clock.GetCurrentInstant(), CancellationToken.None);
        await AnnouncePresence();
    }

    public async Task<DeskView> Desk()
    {
        var me = new Me(Caller.Agent.Value, Caller.Name, Caller.Roles, Caller.PaidSupport);
        var (queue, mine) = (await mediator.Ask(new GetQueue(Caller), Aborted), await mediator.Ask(new GetMine(Caller), Aborted));
        var telephone = await calls.OfAsync(Caller, Aborted);
        OwnWord[] words = [.. texts.WordsOf(WordedFace.Desk, Caller.Language).Select(word => new OwnWord(word.Key, word.Value))];
        return new(me, queue, mine, presence.Present(), mapper.Hours(clock.GetCurrentInstant(), presence.OnDuty().Count), IsLead ? await cover.LookAsync(Aborted) : null, await alarms.OfAsync(Caller, Aborted), telephone.Calls, telephone.Callbacks, words);
    }

    public async Task<IReadOnlyList<Colleague>> SetAvailability(AvailabilityRequest request)
    {
        await mediator.Ask(new SetAvailability(Caller, request.Availability), Aborted);
        await AnnouncePresence();
        await calls.TellAsync(Aborted);
        return presence.Present();
    }

    public async Task<IReadOnlyList<AlarmView>> Acknowledge(AlarmRequest request)
    {
        await mediator.Ask(new AcknowledgeAlarm(Caller, new(request.Alarm)), Aborted);
        await alarms.TellAsync(Aborted);
        return await alarms.OfAsync(Caller, Aborted);
    }

    public async Task<OpenReply> TakeNext() =>
        await ShowAsync(await mediator.Ask(new TakeNext(Caller), Aborted), after: 0);

    public async Task<OpenReply> Take(TicketRequest request) =>
        await ShowAsync(await mediator.Ask(new TakeTicket(Caller, new(request.Ticket)), Aborted), after: 0);

    public Task<OpenReply> Open(OpenRequest request) => ShowAsync(new(request.Ticket), request.After);

    public Task<SentReply> Send(SendReply request) => request.Note
        ? mediator.Ask(new WriteNote(Caller, new(request.Id), new(request.Ticket), request.Text, request.Attachments), Aborted)
        : mediator.Ask(new ReplyToTicket(Caller, new(request.Id), new(request.Ticket), request.Text, request.Attachments, request.ReplyTo is { } quoted ? new(quoted) : null), Aborted);

    public async Task<IReadOnlyList<Message>> History(TicketHistoryRequest request) =>
        await mediator.Ask(new GetTicketHistory(Caller, new(request.Ticket), request.Before, request.Limit), Aborted);

    public Task<AgentTicket> ChangeKind(ChangeKindRequest request) =>
        ChangedAsync(new ChangeKind(Caller, new(request.Ticket), request.Kind, request.Reason));

    public Task<AgentTicket> ConfirmCriticality(TicketRequest request) => ChangedAsync(new ConfirmCriticality(Caller, new(request.Ticket)));

    public Task<AgentTicket> RejectCriticality(RejectRequest request) =>
        ChangedAsync(new RejectCriticality(Caller, new(request.Ticket), request.Reason));

    public Task<AgentTicket> ConfirmClinic(TicketRequest request) => ChangedAsync(new ConfirmClinic(Caller, new(request.Ticket)));

    public Task<AgentTicket> DeclineClinic(TicketRequest request) => ChangedAsync(new DeclineClinic(Caller, new(request.Ticket)));

    public Task<AgentTicket> Transfer(TransferRequest request) => ChangedAsync(new TransferTicket(Caller, new(request.Ticket), new(request.To)));

    public Task<AgentTicket> Release(TicketRequest request) => ChangedAsync(new ReleaseTicket(Caller, new(request.Ticket)));

    public async Task<IReadOnlyList<AgentTicket>> HandOver(HandOverRequest request)
    {
        await mediator.Ask(new HandOver(Caller, request.Tickets, request.To is { } to ? new(to) : null), Aborted);
        return await mediator.Ask(new GetMine(Caller), Aborted);
    }

    public Task<AgentTicket> EndWait(TicketRequest request) => ChangedAsync(new EndWait(Caller, new(request.Ticket)));

    public Task<AgentTicket> Resolve(TicketRequest request) => ChangedAsync(new ResolveTicket(Caller, new(request.Ticket)));

    public Task<AgentTicket> Reopen(TicketRequest request) => ChangedAsync(new ReopenTicket(Caller, new(request.Ticket)));

    public async Task Read(TicketReadRequest request)
    {
        var read = await mediator.Ask(new MarkTicketRead(Caller, new(request.Ticket), request.Sequence), Aborted);
        await signals.ReadByStaff(read.Conversation, read.Marker);
    }

    public async Task Typing(TicketTypingRequest request) =>
        await signals.AgentTypes(await mediator.Ask(new ShowAgentTyping(Caller, new(request.Ticket)), Aborted), Caller.Name, request.Active);

    /// <summary>Answers with the ticket as it is after the change.</summary>
    private async Task<AgentTicket> ChangedAsync(AgentCommand<TicketId> command) =>
        await mediator.Ask(new GetTicket(Caller, await mediator.Ask(command, Aborted)), Aborted);

    /// <summary>Joins before reading, so that nothing committed in between is missed.</summary>
    private async Task<OpenReply> ShowAsync(TicketId ticket, long after)
    {
        await Groups.AddToGroupAsync(Context.ConnectionId, HubGroups.Ticket(ticket, Caller.Language), Aborted);
        var opened = await mediator.Ask(new OpenTicket(Caller, ticket, after), Aborted);
        watched.Watch(Context.ConnectionId, opened.Ticket.ConversationId, opened.LastSequence);
        watched.Watch(Context.ConnectionId, ticket.Value, opened.Ticket.Version);
        return opened;
    }

    private Task AnnouncePresence() =>
        Clients.Groups(HubGroups.Languages.Select(HubGroups.Desks)).Presence(presence.Present());
}
