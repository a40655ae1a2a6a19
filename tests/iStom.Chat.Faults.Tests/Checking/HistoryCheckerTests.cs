using iStom.Chat.Faults.Tests.Histories;
using iStom.Chat.TestSupport;
using NodaTime;

namespace iStom.Chat.Faults.Tests.Checking;

/// <summary>Small histories written by hand, each with one thing wrong, next to the same one with nothing wrong.</summary>
public sealed class HistoryCheckerTests
{
    private static readonly Instant Noon = RunningServer.MondayNoon;
    private static readonly Guid Thread = Guid.NewGuid();
    private static readonly Guid Ticket = Guid.NewGuid();
    private static readonly Guid Anna = Guid.NewGuid();
    private static readonly Guid Boris = Guid.NewGuid();
    private static readonly Guid First = Guid.NewGuid();
    private static readonly Guid Second = Guid.NewGuid();

    private static readonly History Right = new()
    {
        Operations = [Send(0, First, "one", 1, begin: 1), Send(1, Second, "two", 2, begin: 3), Take(2, "anna", begin: 5)],
        Facts = [Message(1, First, "one"), Message(2, Second, "two"), Of(1, FactKind.Opened), Of(2, FactKind.WaitStarted) with { WaitingSince = Noon }, Of(3, FactKind.Taken, Anna)],
        Sightings = [new("v", Thread, new(1, First, "one"))],
        Readings = [new("v", Thread, After: 1, Last: 2, [new(2, Second, "two")])],
        Screens = [new("v", Thread, From: 1, [new(1, First, "one"), new(2, Second, "two")])],
        Desks = [new(Anna, [Ticket], [], 0), new(Boris, [], [], 0)],
        Desertions = [new(Boris, [Of(1, FactKind.Opened), Of(2, FactKind.WaitStarted), Of(3, FactKind.Taken, Boris), Of(4, FactKind.Returned, Boris)])],
        Agents = new Dictionary<string, Guid>(StringComparer.Ordinal) { ["anna"] = Anna, ["boris"] = Boris },
        HealthyAt = TimeSpan.FromSeconds(10),
    };

    public static TheoryData<string, FindingKind> Wrong => new()
    {
        { "acknowledged and not stored", FindingKind.Lost },
        { "resolved and not stored", FindingKind.Lost },
        { "stored and never sent", FindingKind.Phantom },
        { "stored with another text", FindingKind.Phantom },
        { "stored in another thread", FindingKind.Phantom },
        { "stored although refused", FindingKind.Phantom },
        { "shown and gone", FindingKind.Phantom },
        { "stored twice", FindingKind.Duplicated },
        { "on a screen twice", FindingKind.Duplicated },
        { "acknowledged at another place", FindingKind.Reordered },
        { "shown at another place", FindingKind.Reordered },
        { "stored against time", FindingKind.Reordered },
        { "a hole in the store", FindingKind.Gap },
        { "a hole in an answer", FindingKind.Gap },
        { "an answer that begins late", FindingKind.Gap },
        { "an answer without what was missed", FindingKind.Gap },
        { "a screen without the end", FindingKind.Gap },
        { "a call that never ends", FindingKind.Stuck },
        { "a call that takes too long", FindingKind.Stuck },
        { "a message without an answer", FindingKind.Stuck },
        { "a last call without an answer", FindingKind.Stuck },
        { "taken while another has it", FindingKind.DoubleTake },
        { "given to two and taken by one", FindingKind.DoubleTake },
        { "waiting in nobody's queue", FindingKind.OrphanTake },
        { "taken and on nobody's desk", FindingKind.OrphanTake },
        { "taken and still in the queue", FindingKind.OrphanTake },
        { "counted in the queue and not there", FindingKind.OrphanTake },
        { "with an agent who is gone", FindingKind.OrphanTake },
        { "waiting anew in the store", FindingKind.LateStart },
        { "waiting anew in an answer", FindingKind.LateStart },
        { "an answer that repeats what was there", FindingKind.Gap },
    };

    [Fact]
    public void A_right_history_is_found_right() => HistoryChecker.Check(Right).ShouldBeEmpty();

    [Theory]
    [MemberData(nameof(Wrong))]
    public void A_wrong_history_is_found_out(string what, FindingKind expected) =>
        HistoryChecker.Check(Spoil(what)).Select(finding => finding.Kind).Distinct().ShouldContain(expected);

    [Fact]
    public void A_finding_names_client_and_id()
    {
        var finding = HistoryChecker.Check(Spoil("acknowledged and not stored"))[0].ToString();

        finding.ShouldContain("v Send");
        finding.ShouldContain($"{Second:N}");
    }

    private static History Spoil(string what) => what switch
    {
        "acknowledged and not stored" => Right with { Facts = [.. Right.Facts.Where(fact => fact.Id != Second)] },
        "resolved and not stored" => Plus(Take(3, "anna", begin: 7) with { Kind = OperationKind.Resolve }),
        "stored and never sent" => Plus(Message(3, Guid.NewGuid(), "three")),
        "stored with another text" => Instead(1, Message(2, Second, "other")),
        "stored in another thread" => Instead(1, Message(1, Second, "two") with { Stream = Guid.NewGuid() }),
        "stored although refused" => Instead(Right.Operations[1] with { Outcome = Outcome.Fail }),
        "shown and gone" => Right with { Sightings = [new("v", Thread, new(3, Guid.NewGuid(), "three"))] },
        "stored twice" => Plus(Message(3, Second, "two")),
        "on a screen twice" => Right with { Screens = [Right.Screens[0] with { Entries = [.. Right.Screens[0].Entries, new(2, Second, "two")] }] },
        "acknowledged at another place" => Instead(Right.Operations[1] with { Sequence = 1 }),
        "shown at another place" => Right with { Sightings = [new("v", Thread, new(1, Second, "two"))] },
        "stored against time" => Instead(Right.Operations[0] with { Invoked = At(5), Ended = At(6) }),
        "a hole in the store" => Instead(1, Message(3, Second, "two")),
        "a hole in an answer" => Read(after: 0, last: 2, new Entry(2, Second, "two"), new Entry(4, Second, "two")),
        "an answer that begins late" => Read(after: 3, last: 9, new Entry(5, Second, "two")),
        "an answer without what was missed" => Read(after: 1, last: 2),
        "a screen without the end" => Right with { Screens = [Right.Screens[0] with { Entries = [new(1, First, "one")] }] },
        "a call that never ends" => Plus(Take(3, "boris", begin: 7) with { Outcome = Outcome.Pending, Ended = default }),
        "a call that takes too long" => Plus(Take(3, "boris", begin: 7) with { Outcome = Outcome.Fail, Ended = At(31) }),
        "a message without an answer" => Plus(Send(3, Guid.NewGuid(), "three", 3, begin: 7) with { Outcome = Outcome.Unknown }),
        "a last call without an answer" => Plus(Take(3, "boris", begin: 11) with { Outcome = Outcome.Unknown }),
        "taken while another has it" => Plus(Of(4, FactKind.Taken, Boris)),
        "given to two and taken by one" => Plus(Take(3, "boris", begin: 7)),
        "waiting in nobody's queue" => Plus(Of(4, FactKind.Released, Anna)),
        "taken and on nobody's desk" => Right with { Desks = [new(Anna, [], [], 0)] },
        "taken and still in the queue" => Right with { Desks = [new(Anna, [Ticket], [Ticket], 1)] },
        "counted in the queue and not there" => Right with { Desks = [new(Anna, [Ticket], [], 1)] },
        "with an agent who is gone" => Right with { Desertions = [new(Boris, [.. Right.Desertions[0].Facts.SkipLast(1)])] },
        "waiting anew in the store" => Plus(Of(4, FactKind.WaitStarted) with { WaitingSince = Noon }),
        "waiting anew in an answer" => Instead(Right.Operations[2] with { WaitingSince = Noon + Duration.FromSeconds(1) }),
        "an answer that repeats what was there" => Read(after: 1, last: 2, new Entry(1, First, "one"), new Entry(2, Second, "two")),
        _ => throw new ArgumentOutOfRangeException(nameof(what), what, message: null),
    };

    private static History Plus(Operation operation) => Right with { Operations = [.. Right.Operations, operation] };

    private static History Plus(Fact fact) => Right with { Facts = [.. Right.Facts, fact] };

    private static History Instead(int index, Fact fact) => Right with { Facts = [.. Right.Facts.Select((old, i) => i == index ? fact : old)] };

    private static History Instead(Operation operation) =>
        Right with { Operations = [.. Right.Operations.Select(old => old.Number == operation.Number ? operation : old)] };

    private static History Read(long after, long last, params Entry[] entries) => Right with { Readings = [new("v", Thread, after, last, entries)] };

    private static TimeSpan At(int second) => TimeSpan.FromSeconds(second);

    private static Fact Message(long version, Guid id, string text) => new(Thread, version, FactKind.Message, id, Text: text);

    private static Fact Of(long version, FactKind kind, Guid by = default) => new(Ticket, version, kind, Guid.NewGuid(), by) { IsOfTicket = true };

    private static Operation Send(int number, Guid id, string text, long sequence, int begin) => new()
    {
        Number = number, Client = "v", Kind = OperationKind.Send, Id = id, Stream = Thread, Text = text, Sequence = sequence,
        Invoked = At(begin), Ended = At(begin + 1), Outcome = Outcome.Ok,
    };

    private static Operation Take(int number, string agent, int begin) => new()
    {
        Number = number, Client = agent, Kind = OperationKind.TakeNext, Stream = Ticket, Invoked = At(begin), Ended = At(begin + 1), Outcome = Outcome.Ok, WaitingSince = Noon,
    };
}
