using System.Runtime.CompilerServices;
using iStom.Chat.Domain.Regulation;
using iStom.Chat.Domain.Tickets;
using Shouldly;
using Xunit;
using static iStom.Chat.Domain.Tests.Tickets.TicketFacts;

namespace iStom.Chat.Domain.Tests.Tickets;

public class TicketFoldTests
{
    /// <summary>One of each type after the opening, in an order that could have happened.</summary>
    private static readonly ITicketEvent[] EveryEvent =
    [
        .. Claimed(Mon("12:00")),
        new ArticlesShown([new(new(Guid.Empty), "Не печатает чек", Read: true)], Mon("12:00")),
        Taken(Mon("12:05")),
        new CriticalityRejected(One, "Работает", Customer, Mon("12:06")),
        new PromiseChanged(Standard(Mon("12:00")), PromiseChangeReason.LevelFell, Missed: false, Actor.Of(One), Mon("12:06")),
        new CriticalityClaimed(RequestKind.CriticalError, Counts: false, Customer, Mon("12:07")),
        new CriticalityConfirmed(One, Mon("12:08")),
        new KindChanged(RequestKind.CriticalError, RequestKind.Training, Reason: null, Actor.Of(One), Mon("12:09")),
        new NoteWritten(new(Guid.Empty), One, "Сотрудник 1", "Проверили", Mon("12:10")),
        new CallLogged(new(Guid.Empty), One, "Сотрудник 1", CallDirection.Incoming, Number: null, Reached: true, "Ждут", Mon("12:10"), Mon("12:11")),
        new CallbackRequested("000", Domain.Phone.CallbackTime.AnyTime, Mon("12:11")),
        new CallbackDismissed(One, Mon("12:11")),
        new ReplyMailed(new(Guid.Empty), Mon("12:11")),
        new MailUndelivered(new(Guid.Empty), "5.1.1", "User unknown", IsForGood: true, Mon("12:11")),
        new MailHeldBack(Guid.Empty, HeldBackReason.OutOfOffice, Mon("12:11")),
        new HeldMailOpened(Guid.Empty, One, Mon("12:11")),
        new ClinicProposed(new(Guid.Empty), "Клиника 1", Mon("12:11")),
        new ClinicConfirmed(new(Guid.Empty), One, Mon("12:11")),
        new ClinicDeclined(new(Guid.Empty), One, Mon("12:11")),
        new RemoteSupportInvited(new(Guid.Empty), One, "Сотрудник 1", "Печать", AsksForId: false, Mon("12:11")),
        new RemoteSupportDeclined(new(Guid.Empty), Mon("12:11")),
        new RemoteSupportInvited(new(Guid.Empty), One, "Сотрудник 1", "Печать", AsksForId: false, Mon("12:11")),
        new RemoteSupportConsented(new(Guid.Empty), Mon("12:11")),
        new RemoteSupportStarted(new(Guid.Empty), One, Mon("12:11")),
        new RemoteSupportEnded(new(Guid.Empty), RemoteEnd.ByAgent, 0, Actor.Of(One), Mon("12:11")),
        new Tagged(["касса"], Actor.Of(One), Mon("12:12")),
        new TicketSplit(Other, "IS-2026-000002", Actor.Of(One), Mon("12:13")),
        new Reacted(One, InTime: true, Mon("12:14")),
        Waits(Mon("12:15")),
        new WaitEndedWithoutAnswer(One, InTime: true, Mon("12:16")),
        new TicketTransferred(One, Two, "Сотрудник 2", Actor.Of(One), Mon("12:17")),
        new HandedToDevelopment(Actor.Of(Two), Mon("12:18")),
        new ReleaseTold(new(Guid.Empty), "7.6", Mon("12:18")),
        Waits(Mon("12:19")),
        new WaitWithdrawn(Customer, InTime: true, Mon("12:20")),
        new TicketResolved(Resolution.ByVisitor, Customer, Mon("12:20")),
        new ResolutionRated(4, "Долго", Mon("12:20")),
        new ResolutionAnswered(Helped: false, Mon("12:21")),
        new TicketReopened(Customer, Mon("12:21")),
        new TicketReleased(Two, ReleaseReason.Reopened, Actor.Desk, Mon("12:21")),
        new TicketResolved(Resolution.ByVisitor, Customer, Mon("12:22")),
        new TicketClosed(Actor.Desk, Mon("12:23")),
        new TicketMerged(Other, "IS-2026-000002", Actor.Of(One), Mon("12:24")),
        new TicketLinked(TheThread, new(Guid.NewGuid()), new(Guid.NewGuid()), Clinic: null, Mon("12:24")),
        new TicketErased(Actor.Of(One), Mon("12:25")),
    ];

    private static IEnumerable<Type> EventTypes { get; } =
        typeof(ITicketEvent).Assembly.GetTypes().Where(type => type.IsClass && type.IsAssignableTo(typeof(ITicketEvent)));

    [Fact]
    public void Every_type_of_event_is_in_the_story() =>
        EveryEvent.Select(e => e.GetType()).Distinct().ShouldBe(EventTypes, ignoreOrder: true);

    [Fact]
    public void The_whole_story_folds()
    {
        var ticket = TicketSpec.Fold(EveryEvent);
        ticket.Status.ShouldBe(TicketStatus.Closed);
        ticket.Kind.ShouldBe(RequestKind.Training);
        ticket.Criticality.ShouldBe(Criticality.Normal);
        ticket.Tags.ShouldBe(["касса"]);
        ticket.Assignee.ShouldBeNull();
        ticket.Wait.ShouldBeNull();
        ticket.Subject.ShouldBe(PersonalDataAttribute.Erased);
        (ticket.SplitInto[0], ticket.MergedInto).ShouldBe((Other, Other));
    }

    [Fact]
    public void What_the_opening_says_is_kept()
    {
        var ticket = TicketSpec.Fold(Opened(Mon("12:00"), RequestKind.Training) with { Clinic = new(Guid.Empty), Channel = Channel.Email });
        (ticket.Id, ticket.Number, ticket.Conversation, ticket.Visitor).ShouldBe((Id, "IS-2026-000001", TheThread, Visitor));
        (ticket.Clinic, ticket.Site, ticket.Channel).ShouldBe((new ClinicId(Guid.Empty), "support", Channel.Email));
        (ticket.Kind, ticket.Subject, ticket.OpenedAt).ShouldBe((RequestKind.Training, "Расписание", Mon("12:00")));
    }

    [Fact]
    public void No_event_but_the_opening_comes_first()
    {
        foreach (var type in EventTypes.Where(type => type != typeof(TicketOpened)))
        {
            var @event = (ITicketEvent)RuntimeHelpers.GetUninitializedObject(type);
            Should.Throw<InvalidOperationException>(() => Ticket.Evolve(state: null, @event), type.Name);
        }
    }

    [Fact]
    public void No_second_opening() => Throws(Opened(Mon("12:00")), Opened(Mon("12:00")));

    [Fact]
    public void No_promise_is_changed_while_nobody_waits() =>
        Throws(Opened(Mon("12:00")), new PromiseChanged(Standard(Mon("12:00")), PromiseChangeReason.CalendarEdited, Missed: false, Actor.Desk, Mon("12:00")));

    [Fact]
    public void Nothing_is_confirmed_or_declined_that_was_not_claimed()
    {
        Throws(Opened(Mon("12:00")), new CriticalityConfirmed(One, Mon("12:00")));
        Throws(Opened(Mon("12:00")), new CriticalityRejected(One, "Работает", Customer, Mon("12:00")));
    }

    [Fact]
    public void An_event_of_an_unknown_type_is_not_passed_over() => Throws(Opened(Mon("12:00")), new Unknown(Mon("12:00")));

    private static void Throws(params ITicketEvent[] events) => Should.Throw<InvalidOperationException>(() => TicketSpec.Fold(events));

    private sealed record Unknown(NodaTime.Instant At) : ITicketEvent;
}
