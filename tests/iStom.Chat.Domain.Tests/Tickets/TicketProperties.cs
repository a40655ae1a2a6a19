using FsCheck;
using FsCheck.Fluent;
using iStom.Chat.Domain.Queue;
using iStom.Chat.Domain.Regulation;
using iStom.Chat.Domain.Tickets;
using Shouldly;
using Xunit;
using static iStom.Chat.Domain.Tests.Tickets.TicketFacts;

namespace iStom.Chat.Domain.Tests.Tickets;

/// <summary>What holds in every life of a ticket.</summary>
public class TicketProperties
{
    [Fact]
    public void The_stories_reach_every_event_that_one_ticket_alone_can_have()
    {
        var reached = new HashSet<Type>();
        Holds((_, _, _, decided) => reached.UnionWith(decided.Refusal is null ? decided.Value.Select(e => e.GetType()) : []));
        Type[] elsewhere = [typeof(TicketOpened), typeof(ArticlesShown), typeof(TicketMerged), typeof(NoteWritten), typeof(CallLogged), typeof(CallbackRequested), typeof(CallbackDismissed), typeof(ReplyMailed), typeof(MailUndelivered), typeof(MailHeldBack), typeof(HeldMailOpened), typeof(ClinicProposed), typeof(ClinicConfirmed), typeof(ClinicDeclined), typeof(TicketLinked), typeof(TicketErased)];
        reached.ShouldBe(Architecture.HouseRules.Events(typeof(ITicketEvent).Assembly).Where(type => type.IsAssignableTo(typeof(ITicketEvent))).Except(elsewhere), ignoreOrder: true);
    }

    [Fact]
    public void A_repeated_command_succeeds_with_nothing_new() => Holds((_, deed, after, decided) =>
    {
        if (decided.Refusal is null)
        {
            var again = deed.Decide(after, deed.At);
            again.Refusal.ShouldBeNull(deed.Name);
            again.Value.ShouldBeEmpty(deed.Name);
        }
    });

    [Fact]
    public void The_open_promise_is_always_of_the_tickets_level() => Holds((_, deed, after, _) =>
    {
        if (after.Wait is { } wait)
        {
            wait.Promise.Level.ShouldBe(after.Level, deed.Name);
            wait.Tariff.ShouldBe(after.Tariff, deed.Name);
        }
    });

    [Fact]
    public void Nobody_waits_on_a_ticket_that_is_resolved_or_closed() => Holds((_, deed, after, _) =>
        (after.Wait is not null && !after.IsLive).ShouldBeFalse(deed.Name));

    [Fact]
    public void A_wait_that_goes_on_keeps_its_start_its_tariff_and_its_miss() => Holds((before, deed, after, decided) =>
    {
        if (before.Wait is { } old && after.Wait is { } wait)
        {
            (wait.Start, wait.Tariff).ShouldBe((old.Start, old.Tariff), deed.Name);
            (old.InTimeAt(deed.At) || !wait.InTimeAt(deed.At)).ShouldBeTrue(deed.Name);
        }
    });

    [Fact]
    public void No_promise_is_later_than_the_standard_one_from_the_start_of_the_wait() => Holds((_, deed, after, _) =>
    {
        if (after.Wait is { } wait)
        {
            wait.Promise.Due.ShouldBeLessThanOrEqualTo(Standard(wait.Start).Due, deed.Name);
        }
    });

    [Fact]
    public void Restore_work_and_claims_go_together() => Holds((_, deed, after, _) =>
    {
        after.Kind.IsRestoreWork().ShouldBe(after.Criticality is Criticality.Claimed or Criticality.Confirmed, deed.Name);
        if (after.Criticality != Criticality.Normal || after.HasUndecidedClaim)
        {
            after.Claim.ShouldNotBeNull(deed.Name);
        }
    });

    [Fact]
    public void Whoever_waits_is_in_the_queue_or_with_an_agent() => Holds((_, deed, after, _) =>
        (QueueEntry.Of(after) is not null).ShouldBe(after.Wait is not null && after.Assignee is null, deed.Name));

    [Fact]
    public void A_calendar_that_did_not_change_changes_no_promise() => Holds((_, deed, after, _) =>
        TicketWaits.CalendarEdited(after, Clock, deed.At).Value.ShouldBeEmpty(deed.Name));

    [Fact]
    public void A_stream_folds_the_same_in_one_go_and_step_by_step() => Check(story =>
    {
        var (ticket, stream) = (story.Begin(), TicketOpening.Open(Opened(Mon("12:00"), story.Kind), story.Paid ? Tariff.Paid : Tariff.Standard, story.History, Clock).Value.ToList());
        foreach (var deed in story.Deeds)
        {
            if (deed.Decide(ticket, deed.At) is { Refusal: null, Value: var events })
            {
                ticket = events.Aggregate(ticket, Ticket.Evolve);
                stream.AddRange(events);
            }
        }

        var folded = TicketSpec.Fold([.. stream]);
        folded.SplitInto.ShouldBe(ticket.SplitInto);
        (folded with { SplitInto = ticket.SplitInto }).ShouldBe(ticket);
    });

    [Fact]
    public void A_decision_is_stamped_with_its_instant() => Holds((_, deed, _, decided) =>
        (decided.Refusal is not null || decided.Value.All(e => e.At == deed.At)).ShouldBeTrue(deed.Name));

    private static void Holds(Action<Ticket, TicketStories.Deed, Ticket, Decision<ITicketEvent[]>> property) => Check(story =>
    {
        var ticket = story.Begin();
        foreach (var deed in story.Deeds)
        {
            var (before, decided) = (ticket, deed.Decide(ticket, deed.At));
            ticket = decided.Refusal is null ? decided.Value.Aggregate(before, Ticket.Evolve) : before;
            property(before, deed, ticket, decided);
        }
    });

    private static void Check(Action<TicketStories.Story> property) => FsCheck.Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(300).WithQuietOnSuccess(true), Prop.ForAll(TicketStories.All, property));
}
