using iStom.Chat.Domain;
using iStom.Chat.Domain.Regulation;
using iStom.Chat.Domain.Tickets;
using iStom.Chat.Server.Agents;
using iStom.Chat.Server.Contract;
using iStom.Chat.Server.Hosting;
using iStom.Chat.Server.Hosting.Commands;
using iStom.Chat.Server.Hosting.Identity;
using iStom.Chat.Server.Hubs;
using iStom.Chat.Server.Queue;
using iStom.Chat.Server.Tickets;
using MediatR;
using NodaTime;

namespace iStom.Chat.Server.Pages;

/// <summary>The desk's commands over HTTP, behind the same MediatR commands and the same authorisation as the hub.</summary>
internal static class TicketsApi
{
    /// <summary>Refusals of what is possible while a ticket is open.</summary>
    private static readonly string[] Live = ["ticket-not-found", "ticket-not-open"];

    /// <summary>Refusals of what only the ticket's agent may do.</summary>
    private static readonly string[] Held = [.. Live, "not-your-ticket"];

    /// <summary>Refusals of what is written under an id of the caller's.</summary>
    private static readonly string[] Text = ["id-missing", "id-already-used", "text-empty", "text-too-long", "text-malformed"];

    /// <summary>Refusals of the files that a text names.</summary>
    private static readonly string[] Files = ["attachment-not-found", "attachment-used", "too-many-attachments"];

    public static void MapTickets(this IEndpointRouteBuilder desk)
    {
        var api = desk.MapForStaff("/api", "Tickets");
        api.MapGet("/queue", (HttpContext http, IMediator mediator) => Answer(http, mediator, caller => new GetQueue(caller)))
            .Answers<QueueView>("getQueue", "The first 50 of the queue in order.");
        api.MapGet("/tickets/mine", (HttpContext http, IMediator mediator) => Answer(http, mediator, caller => new GetMine(caller)))
            .Answers<AgentTicket[]>("getMine", "The tickets that the agent has and that are not over.");
        api.MapPost("/tickets/next", (HttpContext http, IMediator mediator) => Change(http, mediator, caller => new TakeNext(caller)))
            .Answers<AgentTicket>("takeNext", "The first ticket that the agent may take.", "queue-empty", "you-are-away", "not-eligible", "too-many-chats");
        api.MapGet("/tickets/{id:guid}", (HttpContext http, IMediator mediator, Guid id, long? after) =>
            Answer(http, mediator, caller => new OpenTicket(caller, new(id), after ?? 0)))
            .Answers<OpenReply>("openTicket", "A ticket with its conversation after a sequence (0: the newest 50).", "ticket-not-found", "sequence-out-of-range");
        api.MapPost("/tickets/{id:guid}/take", (HttpContext http, IMediator mediator, Guid id) =>
            Change(http, mediator, caller => new TakeTicket(caller, new(id))))
            .Answers<AgentTicket>("takeTicket", "The agent takes this very ticket.", "ticket-not-found", "ticket-not-open", "already-taken", "not-eligible");
        api.MapGet("/tickets/{id:guid}/messages", (HttpContext http, IMediator mediator, Guid id, long before, int? limit) =>
            Answer(http, mediator, caller => new GetTicketHistory(caller, new(id), before, limit ?? Transcript.Newest)))
            .Answers<Message[]>("getHistory", "The page of the conversation before a sequence.", "ticket-not-found", "sequence-out-of-range", "limit-out-of-range");
        api.MapPost("/tickets/{id:guid}/messages", (HttpContext http, IMediator mediator, Guid id, Written written) =>
            Answer(http, mediator, caller => new ReplyToTicket(caller, new(written.Id), new(id), written.Text ?? "", written.Attachments, written.ReplyTo is { } quoted ? new(quoted) : null)))
            .Answers<SentReply>("reply", "A message to the visitor; the same id again gives the same answer.", [.. Held, .. Text, .. Files, "quoted-not-found"]);
        api.MapPost("/tickets/{id:guid}/notes", (HttpContext http, IMediator mediator, Guid id, Written written) =>
            Answer(http, mediator, caller => new WriteNote(caller, new(written.Id), new(id), written.Text ?? "", written.Attachments)))
            .Answers<SentReply>("writeNote", "An internal note; the same id again gives the same answer.", ["ticket-not-found", .. Text, .. Files]);
        api.MapPost("/tickets", (HttpContext http, IMediator mediator, CustomerBody body) => Change(http, mediator, body.ToCommand))
            .Answers<AgentTicket>(
                "openForCustomer", "A ticket on a customer's behalf, after a call or a visit; the same id again gives the same answer.",
                [.. Text, "unknown-kind", "clinic-not-found", "visitor-not-found", "customer-missing", "visitor-of-other-clinic", "call-not-found", "not-eligible"]);
        api.MapPost("/tickets/hand-over", HandOverAsync)
            .Answers<AgentTicket[]>(
                "handOver", "These of the agent's tickets go to a colleague or to the queue, all or none; answers with those that they still have.",
                [.. Held, "tickets-out-of-range", "agent-not-found", "text-empty", "text-too-long", "text-malformed"]);
        MapChanges(api.MapGroup("/tickets/{id:guid}"));
        MapPhone(api.MapGroup("/tickets/{id:guid}"));
    }

    private static void MapChanges(RouteGroupBuilder ticket)
    {
        ticket.MapPost("/kind", (HttpContext http, IMediator mediator, Guid id, KindBody body) =>
            Change(http, mediator, caller => new ChangeKind(caller, new(id), body.Kind, body.Reason)))
            .Answers<AgentTicket>("changeKind", "What kind of request it is; level, promise and lane follow.", [.. Live, "unknown-kind", "claim-undecided", "text-empty", "text-too-long", "text-malformed"]);
        ticket.MapPost("/split", (HttpContext http, IMediator mediator, Guid id, SplitBody body) =>
            Change(http, mediator, caller => new SplitTicket(caller, new(id), new(body.Id), [.. (body.Messages ?? []).Select(message => new MessageId(message))], body.Kind, body.Take)))
            .Answers<AgentTicket>(
                "splitTicket", "Messages that are another matter become a ticket of their own, which is answered; the same id again gives the same answer.",
                [.. Live, "id-missing", "id-already-used", "unknown-kind", "messages-out-of-range", "message-not-found", "not-eligible"]);
        ticket.MapPost("/confirm-criticality", (HttpContext http, IMediator mediator, Guid id) =>
            Change(http, mediator, caller => new ConfirmCriticality(caller, new(id))))
            .Answers<AgentTicket>("confirmCriticality", "The claim of restore-work is right.", [.. Live, "nothing-claimed"]);
        ticket.MapPost("/reject-criticality", (HttpContext http, IMediator mediator, Guid id, ReasonBody body) =>
            Change(http, mediator, caller => new RejectCriticality(caller, new(id), body.Reason)))
            .Answers<AgentTicket>("rejectCriticality", "The claim of restore-work is declined, with a reason that the visitor reads.", [.. Live, "nothing-claimed", "reason-missing", "text-too-long", "text-malformed"]);
        ticket.MapPost("/confirm-clinic", (HttpContext http, IMediator mediator, Guid id) =>
            Change(http, mediator, caller => new ConfirmClinic(caller, new(id))))
            .Answers<AgentTicket>("confirmClinic", "It is the proposed clinic's request: new waits have its tariff.", [.. Live, "clinic-not-proposed"]);
        ticket.MapPost("/decline-clinic", (HttpContext http, IMediator mediator, Guid id) =>
            Change(http, mediator, caller => new DeclineClinic(caller, new(id))))
            .Answers<AgentTicket>("declineClinic", "It is not the proposed clinic's request, or not after all.", [.. Live, "clinic-not-proposed"]);
        ticket.MapPost("/transfer", (HttpContext http, IMediator mediator, Guid id, ColleagueBody body) =>
            Change(http, mediator, caller => new TransferTicket(caller, new(id), new(body.To))))
            .Answers<AgentTicket>("transferTicket", "The ticket goes to a colleague.", [.. Held, "agent-not-found"]);
        ticket.MapPost("/release", (HttpContext http, IMediator mediator, Guid id) =>
            Change(http, mediator, caller => new ReleaseTicket(caller, new(id))))
            .Answers<AgentTicket>("releaseTicket", "The ticket goes back; who waits keeps the original start.", Held);
        ticket.MapPost("/end-wait", (HttpContext http, IMediator mediator, Guid id) =>
            Change(http, mediator, caller => new EndWait(caller, new(id))))
            .Answers<AgentTicket>("endWait", "The customer's last message needs no answer.", Held);
        ticket.MapPost("/resolve", (HttpContext http, IMediator mediator, Guid id) =>
            Change(http, mediator, caller => new ResolveTicket(caller, new(id))))
            .Answers<AgentTicket>("resolveTicket", "The ticket is answered.", [.. Held, "customer-waits"]);
        ticket.MapPost("/reopen", (HttpContext http, IMediator mediator, Guid id) =>
            Change(http, mediator, caller => new ReopenTicket(caller, new(id))))
            .Answers<AgentTicket>("reopenTicket", "A resolved ticket was not done after all.", "ticket-not-found", "ticket-not-resolved");
    }

    private static void MapPhone(RouteGroupBuilder ticket)
    {
        ticket.MapGet("/phones", (HttpContext http, IMediator mediator, Guid id) => Answer(http, mediator, caller => new GetTicketPhones(caller, new(id))))
            .Answers<TicketPhone[]>("getTicketPhones", "Where the customer of a ticket can be called.", "ticket-not-found");
        ticket.MapPost("/calls", async (HttpContext http, IMediator mediator, CallWatch calls, Guid id, LoggedCallBody body) =>
            {
                var answer = await Change(http, mediator, caller => new LogCall(caller, new(body.Id), new(id), body.Direction, body.Number, body.Reached, body.Learnt ?? "", body.Seconds, body.Call));
                await calls.TellAsync(http.RequestAborted);
                return answer;
            })
            .Answers<AgentTicket>(
                "logCall", "A call about the ticket is noted, for staff alone; an outgoing one that reached the customer is the reaction. The same id again gives the same answer.",
                [.. Live, .. Text, "unknown-direction", "call-length-out-of-range", "call-not-found"]);
        ticket.MapPost("/callback/dismiss", (HttpContext http, IMediator mediator, Guid id) => Change(http, mediator, caller => new DismissCallback(caller, new(id))))
            .Answers<AgentTicket>("dismissCallback", "Nobody need call the visitor back any more.", "ticket-not-found");
    }

    private static async Task<IResult> Answer<T>(HttpContext http, IMediator mediator, Func<AgentCaller, IRequest<Decision<T>>> command)
    {
        // Whoever works over HTTP has no socket that keeps their presence.
        var (leases, clock) = (http.RequestServices.GetRequiredService<PresenceLeases>(), http.RequestServices.GetRequiredService<IClock>());
        await leases.RenewAsync([http.User.ReadAgent(http).Agent.Value], clock.GetCurrentInstant(), http.RequestAborted);
        return await http.AskAsync(mediator, command);
    }

    private static async Task<IResult> HandOverAsync(HttpContext http, IMediator mediator, HandOverRequest request)
    {
        var decision = await mediator.Send(new HandOver(http.User.ReadAgent(http), request.Tickets, request.To is { } to ? new(to) : null), http.RequestAborted);
        return decision.Refusal is { } refusal ? Problems.From(refusal) : await Answer(http, mediator, caller => new GetMine(caller));
    }

    /// <summary>Answers with the ticket as it is after the change.</summary>
    private static async Task<IResult> Change(HttpContext http, IMediator mediator, Func<AgentCaller, IRequest<Decision<TicketId>>> command)
    {
        var decision = await mediator.Send(command(http.User.ReadAgent(http)), http.RequestAborted);
        return decision.Refusal is { } refusal
            ? Problems.From(refusal)
            : await Answer(http, mediator, caller => new GetTicket(caller, decision.Value));
    }

    /// <summary>id: chosen by the caller; the same again gives the same answer. attachments: ids of uploaded files; may be left out.</summary>
    internal sealed record Written(Guid Id, string? Text, Guid[]? Attachments, Guid? ReplyTo = null);

    /// <summary>reason: why, for colleagues; may be left out.</summary>
    internal sealed record KindBody(RequestKind Kind, string? Reason);

    /// <summary>id: of the new ticket, chosen by the caller. messages: of the visitor. take: the caller has it at once.</summary>
    internal sealed record SplitBody(Guid Id, Guid[]? Messages, RequestKind Kind, bool Take);

    /// <summary>id: of the ticket, chosen by the caller. visitor: left out for whoever has never written; then name and phone. text: what was learnt. call: the exchange's, of which it
    /// is the outcome; left out: none.</summary>
    internal sealed record CustomerBody(Guid Id, Guid? Clinic, Guid? Visitor, string? Name, string? Phone, RequestKind Kind, string? Text, bool Take, Guid? Call = null)
    {
        public OpenForCustomer ToCommand(AgentCaller caller) => new(
            caller, new(Id), new(Clinic is { } clinic ? new ClinicId(clinic) : null, Visitor is { } visitor ? new VisitorId(visitor) : null, Name, Phone), Kind, Text ?? "", Take, Call);
    }

    /// <summary>id: chosen by the caller. number: left out where it was withheld. reached: the customer was spoken to. seconds: how long. call: the exchange's; left out: none.</summary>
    internal sealed record LoggedCallBody(Guid Id, CallDirection Direction, string? Number, bool Reached, string? Learnt, int? Seconds, Guid? Call);

    /// <summary>reason: the visitor reads it.</summary>
    internal sealed record ReasonBody(string? Reason);

    /// <summary>to: the colleague's id.</summary>
    internal sealed record ColleagueBody(Guid To);
}
