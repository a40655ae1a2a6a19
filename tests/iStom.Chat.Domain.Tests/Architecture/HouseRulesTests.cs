using System.Reflection;
using iStom.Chat.Domain.Conversations;
using iStom.Chat.Domain.Tickets;
using NodaTime;
using Shouldly;
using Xunit;

namespace iStom.Chat.Domain.Tests.Architecture;

public class HouseRulesTests
{
    private static readonly Assembly Domain = typeof(Actor).Assembly;

    private static IEnumerable<Type> Types => Domain.GetTypes().Where(type => type.Namespace is not null && !type.IsNested);

    [Fact]
    public void Events_are_sealed_records_of_one_stream_with_their_instant()
    {
        HouseRules.Events(Domain).SelectMany(HouseRules.EventShape).ShouldBeEmpty();
        HouseRules.EventShape(typeof(OpenEvent)).ShouldBe(["OpenEvent is no sealed record"]);
        HouseRules.EventShape(typeof(PlainEvent)).ShouldBe(["PlainEvent is no sealed record", "PlainEvent has no Instant At"]);
        HouseRules.EventShape(typeof(BothStreams)).ShouldBe(["BothStreams belongs to both streams"]);
    }

    [Fact]
    public void Words_and_names_of_people_are_marked_as_personal_data()
    {
        HouseRules.Events(Domain).SelectMany(HouseRules.UnmarkedWords).ShouldBeEmpty();
        HouseRules.UnmarkedWords(typeof(WordyEvent)).ShouldBe(
        [
            "WordyEvent.Text may hold a person's words and is not marked as personal data",
            "WordyEvent.Names may hold a person's words and is not marked as personal data",
        ]);
    }

    [Theory]
    [InlineData(typeof(VisitorWrote), "Text")]
    [InlineData(typeof(AgentReplied), "AgentName")]
    [InlineData(typeof(AgentReplied), "Text")]
    [InlineData(typeof(TicketOpened), "Subject")]
    [InlineData(typeof(TicketTaken), "AgentName")]
    [InlineData(typeof(TicketTransferred), "ToName")]
    [InlineData(typeof(KindChanged), "Reason")]
    [InlineData(typeof(CriticalityRejected), "Reason")]
    [InlineData(typeof(NoteWritten), "AgentName")]
    [InlineData(typeof(NoteWritten), "Text")]
    [InlineData(typeof(CallLogged), "AgentName")]
    [InlineData(typeof(CallLogged), "Number")]
    [InlineData(typeof(CallLogged), "Learnt")]
    [InlineData(typeof(CallbackRequested), "Number")]
    [InlineData(typeof(CallbackAsked), "Number")]
    [InlineData(typeof(Ticket), "Subject")]
    [InlineData(typeof(Ticket), "AssigneeName")]
    public void Erasing_a_person_finds_this(Type type, string property) =>
        type.GetProperty(property)!.GetCustomAttribute<PersonalDataAttribute>().ShouldNotBeNull();

    [Fact]
    public void The_domain_knows_time_and_nothing_else_of_the_world()
    {
        HouseRules.ForeignReferences(Domain).ShouldBeEmpty();
        HouseRules.ForeignReferences(typeof(HouseRulesTests).Assembly).ShouldContain("Shouldly", StringComparer.Ordinal);
    }

    [Fact]
    public void No_type_has_its_folders_name()
    {
        Types.SelectMany(HouseRules.FolderNames).ShouldBeEmpty();
        HouseRules.FolderNames(typeof(Architecture)).ShouldBe(["Architecture has its folder's name"]);
    }

    [Fact]
    public void A_file_is_named_as_the_one_public_type_in_it()
    {
        Checkout.Sources("src/iStom.Chat.Domain").SelectMany(HouseRules.OneTypePerFile).ShouldBeEmpty();
        HouseRules.OneTypePerFile(new("src/iStom.Chat.Domain/Tickets/A.cs", "public enum A;\npublic sealed record B;\n"))
            .ShouldBe(["src/iStom.Chat.Domain/Tickets/A.cs declares A, B"]);
        HouseRules.OneTypePerFile(new("src/iStom.Chat.Domain/Tickets/A.cs", "public readonly record struct B;\n"))
            .ShouldBe(["src/iStom.Chat.Domain/Tickets/A.cs declares B"]);
    }

    [Fact]
    public void No_file_is_longer_than_300_lines()
    {
        string[] folders = ["src", "tests"];
        folders.SelectMany(Checkout.Sources).SelectMany(HouseRules.Length).ShouldBeEmpty();
        HouseRules.Length(new("tests/A.cs", new string('\n', 299) + "}\n")).ShouldBeEmpty();
        HouseRules.Length(new("tests/A.cs", new string('\n', 300) + "}\n")).ShouldBe(["tests/A.cs has 301 lines"]);
    }

    private abstract record OpenEvent(Instant At) : ITicketEvent;

    private sealed class PlainEvent : ITicketEvent
    {
        Instant ITicketEvent.At => default;
    }

    private sealed record BothStreams(Instant At) : ITicketEvent, IConversationEvent;

    private sealed record WordyEvent(string Text, IReadOnlyList<string> Names, [property: PersonalData] string Marked, Instant At) : ITicketEvent;

    private sealed class Architecture;
}
