using iStom.Chat.Domain;
using iStom.Chat.Domain.Alarms;
using iStom.Chat.Domain.Conversations;
using iStom.Chat.Domain.Regulation;
using iStom.Chat.Server.Alarms;
using iStom.Chat.Server.Conversations;
using iStom.Chat.Server.Hosting.Commands;
using iStom.Chat.Server.Hosting.Identity;
using iStom.Chat.Server.RemoteSupport;
using iStom.Chat.Server.Storage;
using iStom.Chat.Server.Tickets;
using iStom.Chat.Server.Visitors;
using MediatR;
using NodaTime;

namespace iStom.Chat.Server.Demo;

/// <summary>What the demo's administrator has done already: a second matter split off, a spammer blocked, calls noted, a customer helped at their screen, alarms on supervisors' desks.</summary>
internal static class DemoDeeds
{
    public static async Task DoAsync(IServiceProvider services, Agent administrator, IReadOnlyList<PostMessage> messages, Instant now)
    {
        var mediator = services.GetRequiredService<IMediator>();
        var by = new AgentCaller(administrator.Id, administrator.Name, administrator.Roles, administrator.PaidSupport, Language.Russian);
        var second = messages.Single(message => message.Text == DemoTickets.SecondMatter);
        var thread = (await services.GetRequiredService<IStore>().OpenSession().LoadAsync<Conversation>(second.Caller.Conversation.Value, CancellationToken.None))!.Value;
        var spammer = messages.Single(message => message.Text == DemoTickets.Spam).Caller.Visitor;
        Done(await mediator.Send(new SplitTicket(by, thread.CurrentTicket!.Value, new(Guid.CreateVersion7()), [second.Id], RequestKind.Question, Take: false)));
        Done(await mediator.Send(new BlockVisitor(by, spammer, "Рассылает рекламу", now + Duration.FromDays(30), StreamVersion.None)));

        await DemoPhone.AddNotesAsync(mediator, by, messages.Single(message => message.Kind == RequestKind.ModuleSetup), thread.CurrentTicket!.Value);
        await HelpAtTheirScreenAsync(mediator, by, messages.Single(message => message.Text == DemoTickets.AtTheirScreen));

        // Harmless: nothing leaves the machine.
        var onDesks = new AlarmRoute(Leads: true, Webhook: false);
        Done(await mediator.Send(new ChangeAlarms(by, AlarmSettings.Default with { Missed = onDesks, Night = onDesks }, NewSecret: false, StreamVersion.None)));
    }

    /// <summary>With the visitor's own id, as where there is no token; the ticket goes back to the queue, with what happened in its history.</summary>
    private static async Task HelpAtTheirScreenAsync(IMediator mediator, AgentCaller by, PostMessage asked)
    {
        var session = new RemoteSessionId(Guid.CreateVersion7());
        var ticket = Done(await mediator.Send(asked)).Ticket;
        Done(await mediator.Send(new TakeTicket(by, ticket)));
        Done(await mediator.Send(new InviteRemoteSession(by, ticket, session, "Посмотреть, какой склад выбран в настройках", AsksForId: true)));
        Done(await mediator.Send(new GiveRemoteAccess(asked.Caller, session, "000000002", Password: null)));
        Done(await mediator.Send(new StartRemoteSession(by, ticket, session)));
        Done(await mediator.Send(new EndRemoteSession(by, ticket, session)));
        Done(await mediator.Send(new ReleaseTicket(by, ticket)));
    }

    /// <summary>What was decided; a refusal is a mistake of the demo's.</summary>
    public static T Done<T>(Decision<T> decided) =>
        decided.Refusal is { } refusal ? throw new InvalidOperationException($"A deed of the demo was refused: {refusal.Code}") : decided.Value;
}
