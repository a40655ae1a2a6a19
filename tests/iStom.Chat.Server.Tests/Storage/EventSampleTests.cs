using System.Text.Json;
using iStom.Chat.Domain;
using iStom.Chat.Domain.Alarms;
using iStom.Chat.Domain.Clinics;
using iStom.Chat.Domain.Integrations;
using iStom.Chat.Domain.Mail;
using iStom.Chat.Domain.Manual;
using iStom.Chat.Domain.Regulation;
using iStom.Chat.Domain.RemoteSupport;
using iStom.Chat.Domain.Sites;
using iStom.Chat.Domain.Conversations;
using iStom.Chat.Domain.Development;
using iStom.Chat.Domain.People;
using iStom.Chat.Domain.Phone;
using iStom.Chat.Domain.Privacy;
using iStom.Chat.Domain.Tickets;
using iStom.Chat.Domain.Wording;
using iStom.Chat.Server.Storage;
using iStom.Chat.Server.Tests.Contract;
using iStom.Chat.TestSupport;

namespace iStom.Chat.Server.Tests.Storage;

/// <summary>Stored events are for ever: what was written once is read as it was meant, and is written the same today.</summary>
public sealed class EventSampleTests
{
    private static readonly string Folder = Repository.PathTo("tests", "iStom.Chat.Server.Tests", "Storage", "Samples");

    [Fact]
    public void Every_type_of_event_has_a_sample()
    {
        EventSamples.All.Select(e => e.GetType()).ShouldBe(EventTypes.All(), ignoreOrder: true);
        var today = Directory.GetFiles(Folder).Select(Path.GetFileNameWithoutExtension).Where(name => !name!.Contains('.', StringComparison.Ordinal));
        today.ShouldBe(EventTypes.All().Select(EventTypes.NameOf), ignoreOrder: true);
    }

    [Fact]
    public void Every_sample_is_written_today_as_it_is_stored()
    {
        foreach (var sample in EventSamples.All)
        {
            if (!File.Exists(FileOf(sample.GetType())))
            {
                Approved.FileShouldBe(FileOf(sample.GetType()), $"{Write(sample)}\n");
            }

            Write(sample).ShouldBe(Stored(sample.GetType()), sample.GetType().Name);
        }
    }

    [Fact]
    public void Every_sample_is_read_back_as_it_was_meant()
    {
        foreach (var sample in EventSamples.All)
        {
            Described.Of(EventTypes.Read(EventTypes.NameOf(sample.GetType()), Stored(sample.GetType()))).ShouldBe(Described.Of(sample));
        }
    }

    [Fact]
    public void Every_older_form_can_still_be_read()
    {
        foreach (var file in Directory.GetFiles(Folder))
        {
            var name = Path.GetFileName(file).Split('.')[0];
            EventTypes.Read(name, File.ReadAllText(file)).ShouldNotBeNull();
        }
    }

    [Fact]
    public void Every_property_has_a_value_so_that_a_lost_one_is_noticed()
    {
        foreach (var (sample, property) in EventSamples.All.SelectMany(sample => sample.GetType().GetProperties().Select(property => (sample, property))))
        {
            var what = $"{sample.GetType().Name}.{property.Name}";
            property.GetValue(sample).ShouldNotBeNull(what);
            property.GetValue(sample).ShouldNotBe(false, what);
            property.GetValue(sample).ShouldNotBe("", what);
        }
    }

    /// <summary>What a screen shows follows from the stored snapshot and the next event, whatever was forgotten in between.</summary>
    [Fact]
    public void The_stored_view_with_the_next_event_is_the_fresh_view()
    {
        Folds(Projections.Conversation, EventSamples.OfConversation);
        Folds(Projections.Ticket, EventSamples.OfTicket);
        Folds(Projections.CalendarYear, [.. EventSamples.Changes.OfType<IChangeOf<CalendarYear>>()]);
        Folds(Projections.RegulationSettings, [.. EventSamples.Changes.OfType<IChangeOf<RegulationSettings>>()]);
        Folds(Projections.Invitation, [.. EventSamples.Changes.OfType<IChangeOf<Invitation>>()]);
        Folds(Projections.PasswordReset, [.. EventSamples.Changes.OfType<IChangeOf<PasswordReset>>()]);
        Folds(Projections.DevelopmentItem, [.. EventSamples.Changes.OfType<IChangeOf<DevelopmentItem>>()]);
        Folds(Projections.ProgramRelease, [.. EventSamples.Changes.OfType<IChangeOf<ProgramRelease>>()]);
        Folds(Projections.DevelopmentSettings, [.. EventSamples.Changes.OfType<IChangeOf<DevelopmentSettings>>()]);
        Folds(Projections.Mailbox, [.. EventSamples.Changes.OfType<IChangeOf<Mailbox>>()]);
        Folds(Projections.MailSettings, [.. EventSamples.Changes.OfType<IChangeOf<MailSettings>>()]);
        Folds(Projections.TelephonySettings, [.. EventSamples.Changes.OfType<IChangeOf<TelephonySettings>>()]);
        Folds(Projections.RemoteSupportSettings, [.. EventSamples.Changes.OfType<IChangeOf<RemoteSupportSettings>>()]);
        Folds(Projections.AlarmSettings, [.. EventSamples.Changes.OfType<IChangeOf<AlarmSettings>>()]);
        Folds(Projections.RetentionSettings, [.. EventSamples.Changes.OfType<IChangeOf<RetentionSettings>>()]);
        Folds(Projections.RetentionRun, [.. EventSamples.Changes.OfType<IChangeOf<RetentionRun>>()]);
        Folds(Projections.Clinic, [.. EventSamples.Changes.OfType<IChangeOf<Clinic>>()]);
        Folds(Projections.Site, [.. EventSamples.Changes.OfType<IChangeOf<Site>>()]);
        Folds(Projections.ApiKey, [.. EventSamples.Changes.OfType<IChangeOf<ApiKey>>()]);
        Folds(Projections.Shift, [.. EventSamples.Changes.OfType<IChangeOf<Shift>>()]);
        Folds(Projections.Article, [.. EventSamples.Changes.OfType<IChangeOf<Article>>()]);
        Folds(Projections.CannedReply, [.. EventSamples.Changes.OfType<IChangeOf<CannedReply>>()]);
        Folds(Projections.WorkingText, [.. EventSamples.Changes.OfType<IChangeOf<WorkingText>>()]);
        Folds(Projections.VisitorBlock, [.. EventSamples.Changes.OfType<IChangeOf<VisitorBlock>>()]);
        Folds(Projections.TariffTerms, [.. EventSamples.Changes.OfType<IChangeOf<TariffTerms>>()]);
    }

    private static void Folds<TState, TEvent>(Projection<TState, TEvent> projection, IReadOnlyList<TEvent> events)
        where TState : class
        where TEvent : class
    {
        TState? stored = null;
        for (var i = 0; i < events.Count; i++)
        {
            stored = Again(projection.Evolve(stored, Again(events[i]))!);
            var fresh = events.Take(i + 1).Aggregate((TState?)null, projection.Evolve)!;
            Described.Of(stored).ShouldBe(Described.Of(fresh), events[i].GetType().Name);
        }
    }

    private static T Again<T>(T value)
        where T : class =>
        (T)JsonSerializer.Deserialize(Write(value), value.GetType(), StoreJson.Options)!;

    private static string Write(object value) => JsonSerializer.Serialize(value, value.GetType(), StoreJson.Options);

    private static string Stored(Type type) => File.ReadAllText(FileOf(type)).TrimEnd('\n');

    private static string FileOf(Type type) => Path.Combine(Folder, $"{EventTypes.NameOf(type)}.json");
}
