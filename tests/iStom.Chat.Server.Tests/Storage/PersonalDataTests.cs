using iStom.Chat.Domain;
using iStom.Chat.Domain.Conversations;
using iStom.Chat.Domain.Tickets;
using iStom.Chat.Server.Storage;

namespace iStom.Chat.Server.Tests.Storage;

/// <summary>Whose the marked texts of events are; that every text is marked, or known to be nobody's, is a house rule of Domain.</summary>
public sealed class PersonalDataTests
{
    [Fact]
    public void What_goes_with_an_erased_customer_is_known_by_name() => EventTypes.All()
        .SelectMany(type => PersonalData.PathsIn(type).Select(path => $"{type.Name}.{string.Join('.', path.Names)}"))
        .ShouldBe(
            [
                "VisitorWrote.Text", "AgentReplied.Text", "TicketAnnounced.Reason", "TicketOpened.Subject", "KindChanged.Reason", "CriticalityRejected.Reason",
                "VisitorWrote.Attachments", "AgentReplied.Attachments", "NoteWritten.Attachments",
                "NoteWritten.Text", "CallLogged.Number", "CallLogged.Learnt", "CallbackRequested.Number", "CallbackAsked.Number", "ResolutionRated.Comment",
                "RemoteSupportInvited.Purpose", "VisitorWrote.Mail.Subject", "VisitorWrote.Mail.Folded", "VisitorWrote.Mail.LeftOut", "VisitorWrote.Mail.MessageId", "MailUndelivered.Words", "HandedToDevelopment.Title",
                "VisitorBlockChanged.Before.VisitorName", "VisitorBlockChanged.Before.Reason", "VisitorBlockChanged.After.VisitorName", "VisitorBlockChanged.After.Reason",
                "ClinicChanged.Before.Contacts", "ClinicChanged.Before.Notes", "ClinicChanged.After.Contacts", "ClinicChanged.After.Notes",
            ],
            ignoreOrder: true);

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
    public void A_marked_list_is_emptied()
    {
        var people = new People([new("name")]);
        PersonalData.IsIn(people).ShouldBeTrue();

        var masked = PersonalData.Mask(people);

        masked.Held.ShouldBeEmpty();
        PersonalData.IsIn(masked).ShouldBeFalse();
    }

    [Fact]
    public void What_could_not_be_masked_is_refused_rather_than_kept()
    {
        Should.Throw<NotSupportedException>(() => PersonalData.PathsIn(typeof(NoText)));
        Should.Throw<NotSupportedException>(() => PersonalData.PathsIn(typeof(InAList)));
    }

    private sealed record Inner([property: PersonalData] string Name);

    private sealed record Outer(Inner Held, Inner? Missing);

    private sealed record NoText([property: PersonalData] int Age);

    private sealed record People([property: PersonalData] IReadOnlyList<Inner> Held);

    private sealed record InAList(IReadOnlyList<Inner> Held);
}
