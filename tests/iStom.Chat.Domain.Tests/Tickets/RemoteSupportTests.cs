using iStom.Chat.Domain.Conversations;
using iStom.Chat.Domain.RemoteSupport;
using iStom.Chat.Domain.Tickets;
using NodaTime;
using Shouldly;
using Xunit;
using static iStom.Chat.Domain.Tests.Tickets.TicketFacts;
using static iStom.Chat.Domain.Tests.Tickets.TicketSpec;

namespace iStom.Chat.Domain.Tests.Tickets;

/// <summary>§4.1: invited, agreed to, begun, over.</summary>
public class RemoteSupportTests
{
    private static readonly Duration Limit = Duration.FromMinutes(30);
    private static readonly RemoteSessionId First = new(Guid.Parse("00000000-0000-7000-8000-0000000000a1"));
    private static readonly RemoteSessionId Second = new(Guid.Parse("00000000-0000-7000-8000-0000000000a2"));

    private static RemoteSupportInvited Invitation(RemoteSessionId session, bool asksForId = false, string purpose = "Настроить печать", string at = "12:10") =>
        new(session, One, "Сотрудник 1", purpose, asksForId, Mon(at));

    private static ITicketEvent[] Invited(bool asksForId = false) => [.. InHand(), Invitation(First, asksForId)];

    private static ITicketEvent[] Agreed(string at = "12:11") => [.. Invited(), new RemoteSupportConsented(First, Mon(at))];

    private static ITicketEvent[] Begun() => [.. Agreed(), new RemoteSupportStarted(First, One, Mon("12:15"))];

    private static Func<Ticket, Decision<ITicketEvent[]>> Invites(RemoteSupportInvited invitation) => ticket => TicketRemoteSupport.Invite(ticket, invitation);

    private static Func<Ticket, Decision<ITicketEvent[]>> Consents(RemoteSessionId session, bool givesId = false) => ticket => TicketRemoteSupport.Consent(ticket, session, givesId, Mon("12:11"));

    private static Func<Ticket, Decision<ITicketEvent[]>> Declines(RemoteSessionId session) => ticket => TicketRemoteSupport.Decline(ticket, session, Mon("12:16"));

    private static Func<Ticket, Decision<ITicketEvent[]>> Starts(AgentId agent) => ticket => TicketRemoteSupport.Start(ticket, First, agent, Mon("12:15"));

    private static Func<Ticket, Decision<ITicketEvent[]>> Ends(AgentId agent) => ticket => TicketRemoteSupport.End(ticket, First, agent, Mon("12:40"));

    private static Func<Ticket, Decision<ITicketEvent[]>> LooksAt(string time) => ticket => TicketRemoteSupport.EndIfDue(ticket, Limit, Mon(time));

    [Fact]
    public void Only_the_tickets_agent_invites_with_a_purpose_in_words_and_once_at_a_time()
    {
        var invited = Given(InHand()).When(Invites(Invitation(First, purpose: " Настроить печать\n"))).Then(Invitation(First));
        invited.RemoteSession.ShouldBe(new(First, One, "Сотрудник 1", "Настроить печать", AsksForId: false, Mon("12:10")));
        invited.Wait.ShouldNotBeNull("An invitation is no answer.");
        Given(InHand()).When(Invites(Invitation(First) with { Agent = Two })).ThenRefused(TicketRefusals.NotYours);
        Given(InHand()).When(Invites(Invitation(First, purpose: " "))).ThenRefused(ConversationRefusals.TextEmpty);
        Given(Invited()).When(Invites(Invitation(First))).ThenNothingNew();
        Given(Invited()).When(Invites(Invitation(Second))).ThenRefused(RemoteSupportRefusals.OneIsOpen);
        Given(Resolved()).When(Invites(Invitation(First))).ThenRefused(TicketRefusals.NotLive);
    }

    [Fact]
    public void Nobody_connects_without_consent_and_what_was_agreed_to_may_be_taken_back_until_then()
    {
        Given(Invited()).When(Starts(One)).ThenRefused(RemoteSupportRefusals.NotConsented);
        Given(Invited()).When(Consents(Second)).ThenRefused(RemoteSupportRefusals.Over);
        Given(Invited()).When(Consents(First, givesId: true)).ThenRefused(RemoteSupportRefusals.Over);
        Given(Invited(asksForId: true)).When(Consents(First)).ThenRefused(RemoteSupportRefusals.IdMissing);
        Given(Invited(asksForId: true)).When(Consents(First, givesId: true)).Then(new RemoteSupportConsented(First, Mon("12:11")));
        Given(Invited()).When(Consents(First)).Then(new RemoteSupportConsented(First, Mon("12:11")));
        Given(Agreed()).When(Consents(First)).ThenNothingNew();
        Given(Agreed()).When(Declines(First)).Then(new RemoteSupportDeclined(First, Mon("12:16"))).RemoteSession.ShouldBeNull();
        Given(Agreed()).When(Starts(One)).Then(new RemoteSupportStarted(First, One, Mon("12:15"))).RemoteSession!.StartedAt.ShouldBe(Mon("12:15"));
        Given(Begun()).When(Starts(One)).ThenNothingNew();
        Given(Begun()).When(Starts(Two)).ThenRefused(TicketRefusals.NotYours);
        Given(Begun()).When(Declines(First)).ThenRefused(RemoteSupportRefusals.Begun);
    }

    [Fact]
    public void What_is_over_says_how_and_how_long_it_lasted_and_another_may_follow()
    {
        Given(Invited()).When(Ends(One)).Then(new RemoteSupportEnded(First, RemoteEnd.Revoked, Seconds: null, Actor.Of(One), Mon("12:40")));
        Given(Begun()).When(Ends(Two)).ThenRefused(TicketRefusals.NotYours);
        ITicketEvent[] over = [.. Begun(), new RemoteSupportEnded(First, RemoteEnd.ByAgent, 25 * 60, Actor.Of(One), Mon("12:40"))];
        Given(Begun()).When(Ends(One)).Then(over[^1]);
        Given(over).When(Ends(One)).ThenNothingNew();
        Given(over).When(Declines(First)).ThenNothingNew();
        Given(over).When(Consents(First)).ThenRefused(RemoteSupportRefusals.Over);
        Given(over).When(Invites(Invitation(Second, at: "12:41"))).Then(Invitation(Second, at: "12:41"));
    }

    [Fact]
    public void An_invitation_that_nobody_takes_up_ends_by_itself_and_a_session_that_was_begun_goes_on()
    {
        Given(Invited()).When(LooksAt("12:39")).ThenNothingNew();
        Given(Invited()).When(LooksAt("12:40")).Then(new RemoteSupportEnded(First, RemoteEnd.Expired, Seconds: null, Actor.Desk, Mon("12:40")));
        Given(Agreed("12:35")).When(LooksAt("12:50")).ThenNothingNew();
        Given(Begun()).When(LooksAt("18:00")).ThenNothingNew();
        Given([.. Invited(), new TicketResolved(Resolution.ByAgent, Actor.Of(One), Mon("12:20"))])
            .When(LooksAt("12:21")).Then(new RemoteSupportEnded(First, RemoteEnd.WithTicket, Seconds: null, Actor.Desk, Mon("12:21")));
    }

    [Fact]
    public void An_id_is_taken_however_it_is_grouped_and_its_words_name_nothing()
    {
        TeamViewerAccess.Accept("1 234 567-890", " s3cret ").Value.ShouldBe(new("1234567890", "s3cret"));
        TeamViewerAccess.Accept("123456789", "").Value.Password.ShouldBeNull();
        TeamViewerAccess.Accept("1234567", password: null).Refusal.ShouldBe(TeamViewerRefusals.IdMalformed);
        TeamViewerAccess.Accept("12345678x", password: null).Refusal.ShouldBe(TeamViewerRefusals.IdMalformed);
        TeamViewerAccess.Accept("123456789", new('p', 65)).Refusal.ShouldBe(TeamViewerRefusals.IdMalformed);
        new TeamViewerAccess("123456789", "s3cret").ToString().ShouldBe("TeamViewerAccess");
    }
}
