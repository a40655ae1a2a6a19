using NodaTime;
using Shouldly;
using Xunit;

namespace iStom.Chat.Domain.Tests.Regulation;

/// <summary>What three peers' libraries give in 131 worked examples, and where the product goes its own way.</summary>
public class PeerVectorTests
{
    /// <summary>Conventions of a library that are not the product's; what the product gives instead is asserted below.</summary>
    private static readonly Dictionary<string, (string Convention, string Gives)> Otherwise = new(StringComparer.Ordinal)
    {
        ["bt-005"] = ("zero returns the start, open or not (as cal-005), and does not roll forward", "2010-04-10T12:33:00"),
        ["bt-006"] = ("zero returns the start, open or not (as cal-005), and does not roll backward", "2016-01-30T12:33:00"),
        ["cal-033"] = ("openings are half-open: the closing instant is closed", "False"),
        ["mbt-034"] = ("openings are half-open: the closing instant is closed", "False"),
    };

    /// <summary>Operations that the product leaves out.</summary>
    private static readonly Dictionary<string, (int Count, string Convention)> LeftOut = new(StringComparer.Ordinal)
    {
        ["dayAdd"] = (32, "a working day is its nine hours: two working days are 18 hours of Add, never a wall-clock step of two dates"),
        ["workingDaysBetween"] = (5, "days are counted by month and year (WorkingDays); time between instants is Between, in hours"),
    };

    public static TheoryData<string> Asserted =>
        [.. PeerVector.All.Values.Where(vector => !Otherwise.ContainsKey(vector.Id) && !LeftOut.ContainsKey(vector.Op)).Select(vector => vector.Id)];

    public static TheoryData<string> NotOurs => [.. Otherwise.Keys];

    [Theory]
    [MemberData(nameof(Asserted))]
    public void The_product_agrees_with_the_peer(string id)
    {
        var vector = PeerVector.All[id];
        if (vector.Op is "add")
        {
            vector.Calendar.Add(vector.Instant("start"), vector.Amount).ShouldBe(vector.Instant("expected"));
        }
        else if (vector.Op is "between")
        {
            vector.Calendar.Between(vector.Instant("start"), vector.Instant("end")).ShouldBe(Duration.FromSeconds(vector.Expected.GetInt64()));
        }
        else if (vector.Op is "isOpen")
        {
            vector.Calendar.IsOpen(vector.Instant("start")).ShouldBe(vector.Expected.GetBoolean());
        }
        else
        {
            var answer = vector.Op is "nextOpen"
                ? vector.Calendar.NextOpening(vector.Instant("start"))
                : vector.Calendar.PreviousClosing(vector.Instant("start"));
            answer.ShouldBe(vector.Instant("expected"));
        }
    }

    [Theory]
    [MemberData(nameof(NotOurs))]
    public void Where_the_product_goes_its_own_way_the_answer_is_its_own(string id)
    {
        var (vector, (convention, gives)) = (PeerVector.All[id], Otherwise[id]);
        var answer = vector.Op is "isOpen"
            ? vector.Calendar.IsOpen(vector.Instant("start")).ToString()
            : vector.Calendar.Add(vector.Instant("start"), vector.Amount).InZone(vector.Zone).LocalDateTime.ToString("s", formatProvider: null);
        answer.ShouldBe(gives, convention);
        vector.IsLibrarySpecific.ShouldBeTrue("a common convention is not left without need");
    }

    [Fact]
    public void The_vectors_not_asserted_are_exactly_the_ones_listed_with_their_convention()
    {
        var asserted = Asserted.Select(row => row.Data).ToHashSet(StringComparer.Ordinal);
        var rest = PeerVector.All.Values.Where(vector => !asserted.Contains(vector.Id)).ToList();
        rest.Where(vector => !LeftOut.ContainsKey(vector.Op)).Select(vector => vector.Id).ShouldBe(Otherwise.Keys, ignoreOrder: true);
        rest.Where(vector => LeftOut.ContainsKey(vector.Op)).CountBy(vector => vector.Op, StringComparer.Ordinal)
            .ShouldBe(LeftOut.Select(pair => KeyValuePair.Create(pair.Key, pair.Value.Count)), ignoreOrder: true);
        (asserted.Count + rest.Count).ShouldBe(131);
        asserted.Count.ShouldBe(90);
    }
}
