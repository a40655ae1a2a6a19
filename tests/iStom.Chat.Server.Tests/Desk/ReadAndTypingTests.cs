using iStom.Chat.Server.Contract;
using iStom.Chat.TestSupport;

namespace iStom.Chat.Server.Tests.Desk;

/// <summary>How far each side has read, and that it is writing: shown to the other, and never part of the sequence.</summary>
public sealed class ReadAndTypingTests(TestDatabase databases) : ServerTest(databases)
{
    [Fact]
    public async Task Each_side_sees_how_far_the_other_has_read_and_finds_it_again()
    {
        var (visitor, agent, ticket) = await TakenAsync();

        await agent.Read(ticket, 3);
        await visitor.Read(2);

        (await visitor.Reads.Until(marker => marker.Side == AuthorKind.Agent)).Sequence.ShouldBe(3);
        (await agent.Reads.Until(heard => heard.Marker.Side == AuthorKind.Visitor)).Marker.Sequence.ShouldBe(2);
        var joined = await visitor.Join();
        joined.Reads.ShouldBe([new(AuthorKind.Visitor, 2), new(AuthorKind.Agent, 3)]);
        (await agent.Open(ticket)).Reads.ShouldBe(joined.Reads);
        joined.LastSequence.ShouldBe(3);
    }

    [Fact]
    public async Task A_marker_never_goes_back_nor_beyond_what_is_there()
    {
        var (visitor, agent, ticket) = await TakenAsync();
        await visitor.Read(3);

        await visitor.Read(1);

        (await visitor.Join()).Reads.ShouldContain(new ReadMarker(AuthorKind.Visitor, 3));
        (await TestClient.RefusalOf(() => visitor.Read(4))).ShouldBe("sequence-out-of-range");
        (await TestClient.RefusalOf(() => agent.Read(ticket, 0))).ShouldBe("sequence-out-of-range");
        (await TestClient.RefusalOf(() => agent.Read(Guid.NewGuid(), 1))).ShouldBe("ticket-not-found");
    }

    [Fact]
    public async Task Typing_is_shown_to_the_other_side_and_stored_nowhere()
    {
        var (visitor, agent, ticket) = await TakenAsync();
        var stranger = Owned(await TestVisitor.OpenAsync(Server));
        var colleague = Owned(await TestAgent.OnDutyAsync(Server));

        await visitor.Typing();
        await agent.Typing(ticket);
        await agent.Typing(ticket, active: false);

        await agent.Typings.Until(heard => heard == (ticket, "", true));
        await visitor.Typings.Until(heard => heard == ("Сотрудник М", false));
        visitor.Typings.All.ShouldBe([("Сотрудник М", true), ("Сотрудник М", false)]);
        stranger.Typings.All.ShouldBeEmpty();
        (await TestClient.RefusalOf(() => colleague.Typing(ticket))).ShouldBe("not-your-ticket");
        (await visitor.Join()).LastSequence.ShouldBe(3);
    }

    private async Task<(TestVisitor Visitor, TestAgent Agent, Guid Ticket)> TakenAsync()
    {
        var visitor = Owned(await TestVisitor.OpenAsync(Server));
        var agent = Owned(await TestAgent.OnDutyAsync(Server, "Сотрудник М"));
        await visitor.Send("Вопрос");
        return (visitor, agent, (await agent.TakeNext()).Ticket.Id);
    }
}
