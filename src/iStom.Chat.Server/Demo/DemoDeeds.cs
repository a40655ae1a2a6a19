using iStom.Chat.Domain;
using iStom.Chat.Domain.Alarms;
using iStom.Chat.Domain.Conversations;
using iStom.Chat.Domain.Regulation;
using iStom.Chat.Server.Alarms;
using iStom.Chat.Server.Conversations;
using iStom.Chat.Server.Hosting.Commands;
using iStom.Chat.Server.Hosting.Identity;
using iStom.Chat.Server.Storage;
using iStom.Chat.Server.Tickets;
using iStom.Chat.Server.Visitors;
using MediatR;
using NodaTime;

namespace iStom.Chat.Server.Demo;

/// <summary>What the demo's administrator has done already: a second matter split off, a spammer blocked, alarms on supervisors' desks.</summary>
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

        // Harmless: nothing leaves the machine.
        var onDesks = new AlarmRoute(Leads: true, Webhook: false);
        Done(await mediator.Send(new ChangeAlarms(by, AlarmSettings.Default with { Missed = onDesks, Night = onDesks }, NewSecret: false, StreamVersion.None)));
    }

    private static void Done<T>(Decision<T> decided)
    {
        if (decided.Refusal is { } refusal)
        {
            throw new InvalidOperationException($"A deed of the demo was refused: {refusal.Code}");
        }
    }
}
