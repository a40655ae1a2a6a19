using System.Text.Json;
using iStom.Chat.Domain;
using iStom.Chat.Domain.Alarms;
using iStom.Chat.Domain.Clinics;
using iStom.Chat.Domain.Conversations;
using iStom.Chat.Domain.Development;
using iStom.Chat.Domain.Integrations;
using iStom.Chat.Domain.Mail;
using iStom.Chat.Domain.Manual;
using iStom.Chat.Domain.People;
using iStom.Chat.Domain.Phone;
using iStom.Chat.Domain.Privacy;
using iStom.Chat.Domain.Regulation;
using iStom.Chat.Domain.RemoteSupport;
using iStom.Chat.Domain.Sites;
using iStom.Chat.Domain.Tickets;
using iStom.Chat.Domain.Wording;
using NodaTime;

namespace iStom.Chat.Server.Storage;

/// <summary>How one kind of stream becomes its snapshot.</summary>
/// <param name="Kind">Marten's aggregate alias.</param>
/// <param name="Evolve">Folds one event; null is what is gone.</param>
/// <param name="At">When an event happened.</param>
/// <param name="ClientId">The id that a client chose for it, where a retry must be recognised.</param>
public sealed record Projection<TState, TEvent>(
    string Kind, Func<TState?, TEvent, TState?> Evolve, Func<TEvent, Instant> At, Func<TEvent, Guid?> ClientId)
    where TState : class
    where TEvent : class;

/// <summary>The event-sourced aggregates of the product.</summary>
public static class Projections
{
    /// <summary>Messages get ids that a retry repeats.</summary>
    public static Projection<Conversation, IConversationEvent> Conversation { get; } =
        new("conversation", Domain.Conversations.Conversation.Evolve, e => e.At, e => e switch
        {
            VisitorWrote wrote => wrote.Message.Value,
            AgentReplied replied => replied.Message.Value,
            CustomerInformed informed => informed.Message.Value,
            _ => null,
        });

    /// <summary>Notes, of calls too, and what has left by mail get ids that a retry repeats.</summary>
    public static Projection<Ticket, ITicketEvent> Ticket { get; } =
        new("ticket", Domain.Tickets.Ticket.Evolve, e => e.At, e => e switch
        {
            NoteWritten written => written.Note.Value,
            CallLogged logged => logged.Note.Value,
            ReplyMailed mailed => mailed.Message.Value,
            _ => null,
        });

    public static Projection<Clinic, IChangeOf<Clinic>> Clinic { get; } = OfChanges<Clinic>();

    public static Projection<CalendarYear, IChangeOf<CalendarYear>> CalendarYear { get; } = OfChanges<CalendarYear>();

    public static Projection<RegulationSettings, IChangeOf<RegulationSettings>> RegulationSettings { get; } = OfChanges<RegulationSettings>();

    public static Projection<Invitation, IChangeOf<Invitation>> Invitation { get; } = OfChanges<Invitation>();

    public static Projection<PasswordReset, IChangeOf<PasswordReset>> PasswordReset { get; } = OfChanges<PasswordReset>();

    public static Projection<AlarmSettings, IChangeOf<AlarmSettings>> AlarmSettings { get; } = OfChanges<AlarmSettings>();

    public static Projection<RetentionSettings, IChangeOf<RetentionSettings>> RetentionSettings { get; } = OfChanges<RetentionSettings>();

    public static Projection<RetentionRun, IChangeOf<RetentionRun>> RetentionRun { get; } = OfChanges<RetentionRun>();

    public static Projection<Shift, IChangeOf<Shift>> Shift { get; } = OfChanges<Shift>();

    public static Projection<TariffTerms, IChangeOf<TariffTerms>> TariffTerms { get; } = OfChanges<TariffTerms>();

    public static Projection<Article, IChangeOf<Article>> Article { get; } = OfChanges<Article>();

    public static Projection<CannedReply, IChangeOf<CannedReply>> CannedReply { get; } = OfChanges<CannedReply>();

    public static Projection<WorkingText, IChangeOf<WorkingText>> WorkingText { get; } = OfChanges<WorkingText>();

    public static Projection<ApiKey, IChangeOf<ApiKey>> ApiKey { get; } = OfChanges<ApiKey>();

    public static Projection<IntegrationSwitch, IChangeOf<IntegrationSwitch>> IntegrationSwitch { get; } = OfChanges<IntegrationSwitch>();

    public static Projection<Site, IChangeOf<Site>> Site { get; } = OfChanges<Site>();

    public static Projection<TelephonySettings, IChangeOf<TelephonySettings>> TelephonySettings { get; } = OfChanges<TelephonySettings>();

    public static Projection<Mailbox, IChangeOf<Mailbox>> Mailbox { get; } = OfChanges<Mailbox>();

    public static Projection<MailSettings, IChangeOf<MailSettings>> MailSettings { get; } = OfChanges<MailSettings>();

    public static Projection<DevelopmentItem, IChangeOf<DevelopmentItem>> DevelopmentItem { get; } = OfChanges<DevelopmentItem>();

    public static Projection<ProgramRelease, IChangeOf<ProgramRelease>> ProgramRelease { get; } = OfChanges<ProgramRelease>();

    public static Projection<DevelopmentSettings, IChangeOf<DevelopmentSettings>> DevelopmentSettings { get; } = OfChanges<DevelopmentSettings>();

    public static Projection<RemoteSupportSettings, IChangeOf<RemoteSupportSettings>> RemoteSupportSettings { get; } = OfChanges<RemoteSupportSettings>();

    public static Projection<VisitorBlock, IChangeOf<VisitorBlock>> VisitorBlock { get; } = OfChanges<VisitorBlock>();

    /// <summary>The kind of stream in which the changes of a document are.</summary>
    public static string KindOf<T>()
        where T : class, IKept =>
        KindNamed(typeof(T).Name);

    /// <summary>The same of a class's name; as Marten makes an alias of a name.</summary>
    public static string KindNamed(string name) => JsonNamingPolicy.SnakeCaseLower.ConvertName(name);

    /// <summary>The class of document whose changes are in streams of this kind; null when there is none.</summary>
    public static Type? KeptAs(string kind) => Array.Find(
        typeof(IKept).Assembly.GetTypes(), type => type.IsAssignableTo(typeof(IKept)) && !type.IsInterface && KindNamed(type.Name).Equals(kind, StringComparison.Ordinal));

    /// <summary>The last change has all of it.</summary>
    private static Projection<T, IChangeOf<T>> OfChanges<T>()
        where T : class, IKept =>
        new(KindOf<T>(), (_, change) => change.After, change => change.Made.At, _ => null);
}
