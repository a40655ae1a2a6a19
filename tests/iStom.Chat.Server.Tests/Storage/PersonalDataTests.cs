using System.Reflection;
using iStom.Chat.Domain;
using iStom.Chat.Domain.Conversations;
using iStom.Chat.Domain.Tickets;
using iStom.Chat.Server.Storage;
using iStom.Chat.TestSupport;

namespace iStom.Chat.Server.Tests.Storage;

/// <summary>Every text of an event is somebody's, or known to be nobody's.</summary>
public sealed class PersonalDataTests
{
    /// <summary>Texts of events that hold no person's data. Whoever adds one here has looked.</summary>
    private static readonly string[] Harmless =
    [
        "ConversationStarted.Site", "TicketAnnounced.Number", "TicketOpened.Number", "TicketOpened.Site", "TicketMerged.IntoNumber", "TicketSplit.IntoNumber",
        "Tariff.Name", "Promise.CalendarEdition", "Promise.RegulationEdition",
        "Tagged.Tags", // Staff's own words for lists; names do not belong there.
    ];

    [Fact]
    public void What_goes_with_an_erased_customer_is_known_by_name() => EventTypes.All()
        .SelectMany(type => PersonalData.PathsIn(type).Select(path => $"{type.Name}.{string.Join('.', path.Names)}"))
        .ShouldBe(
            [
                "VisitorWrote.Text", "AgentReplied.Text", "TicketOpened.Subject", "KindChanged.Reason", "CriticalityRejected.Reason", "NoteWritten.Text",
                "CallLogged.Number", "CallLogged.Learnt",
            ],
            ignoreOrder: true);

    [Fact]
    public void Every_other_text_of_an_event_is_staffs_or_harmless() => EventTypes.All()
        .SelectMany(Texts)
        .Where(property => property.GetCustomAttribute<PersonalDataAttribute>() is null)
        .Select(property => $"{property.DeclaringType!.Name}.{property.Name}")
        .Distinct(StringComparer.Ordinal)
        .ShouldBe(Harmless, ignoreOrder: true);

    [Fact]
    public void A_mask_takes_the_customers_texts_and_nothing_else()
    {
        var call = EventSamples.OfTicket.OfType<CallLogged>().Single();
        PersonalData.IsIn(call).ShouldBeTrue();

        var masked = PersonalData.Mask(call);

        masked.ShouldBe(call with { Number = PersonalDataAttribute.Erased, Learnt = PersonalDataAttribute.Erased });
        PersonalData.IsIn(masked).ShouldBeFalse();
        PersonalData.Mask(call with { Number = null }).Number.ShouldBeNull();
        PersonalData.IsIn(EventSamples.OfTicket.OfType<TicketTaken>().Single()).ShouldBeFalse();
        PersonalData.IsIn(EventSamples.OfConversation.OfType<VisitorWrote>().Single()).ShouldBeTrue();
    }

    [Fact]
    public void A_text_inside_of_an_object_is_found()
    {
        var outer = new Outer(new("name"), Missing: null);
        PersonalData.PathsIn(typeof(Outer)).Select(path => string.Join('.', path.Names)).ShouldBe(["Held.Name", "Missing.Name"]);
        PersonalData.IsIn(outer).ShouldBeTrue();
        PersonalData.Mask(outer).ShouldBe(new(new(PersonalDataAttribute.Erased), Missing: null));
    }

    [Fact]
    public void What_could_not_be_masked_is_refused_rather_than_kept()
    {
        Should.Throw<NotSupportedException>(() => PersonalData.PathsIn(typeof(NoText)));
        Should.Throw<NotSupportedException>(() => PersonalData.PathsIn(typeof(InAList)));
    }

    private static IEnumerable<PropertyInfo> Texts(Type type) => type.GetProperties(BindingFlags.Public | BindingFlags.Instance).SelectMany(property => property.PropertyType switch
    {
        var text when text == typeof(string) || text == typeof(IReadOnlyList<string>) => [property],
        { IsClass: true } inner => Texts(inner),
        _ => Enumerable.Empty<PropertyInfo>(),
    });

    private sealed record Inner([property: PersonalData] string Name);

    private sealed record Outer(Inner Held, Inner? Missing);

    private sealed record NoText([property: PersonalData] int Age);

    private sealed record InAList(IReadOnlyList<Inner> Held);
}
