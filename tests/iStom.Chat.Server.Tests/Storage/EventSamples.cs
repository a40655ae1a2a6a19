using iStom.Chat.Domain;
using iStom.Chat.Domain.Alarms;
using iStom.Chat.Domain.Attachments;
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
using iStom.Chat.TestSupport;
using NodaTime;

namespace iStom.Chat.Server.Tests.Storage;

/// <summary>
/// One event of every type, every property filled, in an order that folds. Each stands as JSON in
/// <c>Samples/&lt;name&gt;.json</c>; those files are never edited, since such rows are stored. When a payload grows, the
/// old file stays as <c>Samples/&lt;name&gt;.&lt;what it lacks&gt;.json</c> and must still be read.
/// </summary>
internal static class EventSamples
{
    public static readonly VisitorId Visitor = new(Id(1));
    public static readonly ConversationId Conversation = new(Id(2));
    public static readonly TicketId Ticket = new(Id(3));
    private static readonly TicketId Other = new(Id(4));
    private static readonly AgentId One = new(Id(5));
    private static readonly AgentId Two = new(Id(6));
    private static readonly Instant At = Moscow.At(2026, 11, 23, 12, 0) + Duration.FromNanoseconds(123_456_000L);
    private static readonly Actor Customer = Actor.Of(Visitor);
    private static readonly Actor Staff = Actor.Of(One);

    private static readonly Promise Promised = new(
        SupportLevel.Urgent, At, Moscow.At(2026, 11, 23, 14, 0), Moscow.At(2026, 11, 23, 13, 0), "2026-01", "ru-2026", Provisional: true);

    private static readonly Attachment[] Files = [new(new(Id(20)), "чек №5.png", FileType.Png, 68)];

    public static IReadOnlyList<IConversationEvent> OfConversation { get; } =
    [
        new ConversationStarted(Conversation, Visitor, "cloud", At),
        new ConsentGiven("cloud", "Мы храним то, что вы напишете", "https://example.org/privacy", At),
        new VisitorWrote(new(Id(10)), Ticket, "Не печатает чек\n\"касса\" <2> 🦷", new(Id(11)), At, Files, new("Re: Чек", "-- \nСотрудник 3", IsCut: true, ["касса.exe"], "1@example.org", new(Id(22)))),
        new TicketAnnounced(Ticket, "IS-2026-000123", TicketNotice.Opened, At, "Работает", new(new(Id(25)), "iStom", "Сотрудник 1", AsksForId: true, 1500)),
        new CallbackAsked(Ticket, "IS-2026-000123", "8 (495) 000-00-00 доб. 12", CallbackTime.Afternoon, At),
        new AgentReplied(new(Id(12)), Ticket, One, "Сотрудник 1", "Проверьте кабель", At, Files, new(Id(10))),
        new CustomerInformed(new(Id(25)), Ticket, "IS-2026-000123", TicketNotice.NewVersion, new("Вышла 7.6", "7.6 is out"), At),
        new ConversationErased(Staff, At),
    ];

    public static IReadOnlyList<ITicketEvent> OfTicket { get; } =
    [
        new TicketOpened(
            Ticket, "IS-2026-000123", Conversation, Visitor, new(Id(7)), "cloud", Channel.Email, RequestKind.Training, "Не печатает чек", Other, Customer, At, [new(Id(10))]),
        new ArticlesShown([new(new(Id(20)), "Не печатает чек", Read: true), new(new(Id(21)), "Касса", Read: false)], At),
        new WaitStarted(new("Paid", SupportPlan.Paid, [RequestKind.Question, RequestKind.WindowsHelp]), Promised, At),
        new TicketTaken(One, "Сотрудник 1", At),
        new CriticalityClaimed(RequestKind.WorkStopped, Counts: true, Customer, At),
        new PromiseChanged(Promised, PromiseChangeReason.LevelRaised, Missed: true, Actor.Desk, At),
        new RemoteSupportInvited(new(Id(25)), One, "Сотрудник 1", "Настроить печать", AsksForId: true, At),
        new RemoteSupportConsented(new(Id(25)), At),
        new RemoteSupportStarted(new(Id(25)), One, At),
        new CriticalityConfirmed(One, At),
        new CriticalityRejected(One, "Работает", Customer, At),
        new KindChanged(RequestKind.WorkStopped, RequestKind.OutOfScope, "Сеть клиники", Staff, At),
        new NoteWritten(new(Id(13)), One, "Сотрудник 1", "Звонить после обеда", At, Files),
        new CallLogged(new(Id(14)), One, "Сотрудник 1", CallDirection.Outgoing, "+7 495 000-00-00", Reached: true, "Помогла перезагрузка", At, At, 95),
        new CallbackRequested("8 (495) 000-00-00 доб. 12", CallbackTime.Afternoon, At),
        new ReplyMailed(new(Id(12)), At),
        new MailUndelivered(new(Id(12)), "5.1.1", "User unknown", IsForGood: true, At),
        new MailHeldBack(Id(23), HeldBackReason.OutOfOffice, At),
        new HeldMailOpened(Id(23), One, At),
        new ClinicProposed(new(Id(7)), "Клиника 1", At),
        new ClinicConfirmed(new(Id(7)), One, At),
        new ClinicDeclined(new(Id(7)), One, At),
        new Tagged(["касса", "чек"], Staff, At),
        new RemoteSupportEnded(new(Id(25)), RemoteEnd.ByAgent, 1500, Staff, At),
        new RemoteSupportDeclined(new(Id(25)), At),
        new TicketSplit(Other, "IS-2026-000124", Staff, At),
        new CallbackDismissed(One, At),
        new Reacted(One, InTime: true, At),
        new WaitEndedWithoutAnswer(One, InTime: true, At),
        new WaitWithdrawn(Customer, InTime: true, At),
        new TicketTransferred(One, Two, "Сотрудник 2", Staff, At),
        new TicketReleased(Two, ReleaseReason.AgentAway, Actor.Desk, At),
        new HandedToDevelopment(Staff, At, new(Id(26)), "Печать чека"),
        new ReleaseTold(new(Id(27)), "7.6", At),
        new TicketResolved(Resolution.SelfHelp, Customer, At),
        new ResolutionRated(4, "Быстро", At),
        new ResolutionAnswered(Helped: true, At),
        new TicketReopened(Customer, At),
        new TicketClosed(Actor.Desk, At),
        new TicketMerged(Other, "IS-2026-000124", Staff, At),
        new TicketLinked(new(Id(20)), Conversation, Visitor, new(Id(7)), At),
        new TicketErased(Staff, At),
    ];

    /// <summary>Changes of what staff keep: before and after filled.</summary>
    public static IReadOnlyList<IChange> Changes { get; } =
    [
        new CalendarYearChanged(ProductionCalendar.Embedded[2026], LabourCode.Provisional(2028), new(Staff, "203.0.113.7", At)),
        new RegulationSettingsChanged(Edition("regulation-2"), Edition("regulation-3"), new(Staff, "203.0.113.7", At)),
        new AgentRightsChanged(Rights("Сотрудник 1"), Rights("Сотрудник 2"), new(Staff, "203.0.113.7", At)),
        new InvitationChanged(Invited(InvitationState.Open), Invited(InvitationState.Accepted), new(Staff, "203.0.113.7", At)),
        new PasswordResetChanged(WayBack(PasswordResetState.Open), WayBack(PasswordResetState.Used), new(Staff, "203.0.113.7", At)),
        new AlarmSettingsChanged(Routes(5), Routes(10), new(Staff, "203.0.113.7", At)),
        new RemoteSupportSettingsChanged(new("iStom", "iStom Chat", 30, "a1b2"), new("iStom", "Поддержка", 60, "c3d4"), new(Staff, "203.0.113.7", At)),
        new MailboxChanged(Mailbox("support@example.org"), Mailbox("help@example.org"), new(Staff, "203.0.113.7", At)),
        new MailSettingsChanged(new(25, 30, 3, 3, 30), new(10, 20, 2, 5, 60), new(Staff, "203.0.113.7", At)),
        new DevelopmentItemChanged(Item("Печать чека"), Item("Печать чека из кассы"), new(Staff, "203.0.113.7", At)),
        new ProgramReleased(Released("7.5"), Released("7.6"), new(Staff, "203.0.113.7", At)),
        new DevelopmentSettingsChanged(Links("https://example.org/one"), Links("https://example.org/two"), new(Staff, "203.0.113.7", At)),
        new TelephonySettingsChanged(new("495", 30, SecretHint: null), new("4012", 90, "a1b2"), new(Staff, "203.0.113.7", At)),
        new RetentionSettingsChanged(new(30, 180, 7), new(60, 365, 14), new(Staff, "203.0.113.7", At)),
        new RetentionRunChanged(new(Id(19), At, FinishedAt: null, 0, 0, 0), new(Id(19), At, At, 5, 6, 7), new(Staff, "203.0.113.7", At)),
        new ClinicChanged(Clinic("Клиника 1"), Clinic("Клиника 2"), new(Staff, "203.0.113.7", At)),
        new IntegrationSwitchChanged(new(Id(21), "alarms", IsPaused: false), new(Id(21), "alarms", IsPaused: true), new(Staff, "203.0.113.7", At)),
        new ApiKeyChanged(Key("Счёт 1"), Key("Счёт 2"), new(Staff, "203.0.113.7", At)),
        new ShiftChanged(Line("Сотрудник 1", IsoDayOfWeek.Friday, date: null), Line("Сотрудник 2", weekday: null, new(2026, 12, 31)), new(Staff, "203.0.113.7", At)),
        new ArticleChanged(Article("Статья 1"), Article("Статья 2"), new(Staff, "203.0.113.7", At)),
        new SiteChanged(Site("Сайт 1"), Site("Сайт 2"), new(Staff, "203.0.113.7", At)),
        new CannedReplyChanged(Reply("Ответ 1"), Reply("Ответ 2"), new(Staff, "203.0.113.7", At)),
        new WorkingTextChanged(Said("Закрыто"), Said("Сейчас закрыто"), new(Staff, "203.0.113.7", At)),
        new VisitorBlockChanged(Block("Спам"), Block("Угрозы"), new(Staff, "203.0.113.7", At)),
        new TariffTermsChanged(Terms("Тариф 1"), Terms("Тариф 2"), new(Staff, "203.0.113.7", At)),
    ];

    public static IEnumerable<object> All => [.. OfConversation, .. OfTicket, .. Changes];

    private static AgentRights Rights(string name) => new(
        One, "agent@example.org", name, [AgentRole.Agent, AgentRole.Supervisor], PaidSupport: true, ChatLimit: 5, Disabled: true, new(At, Totp: true, Passkeys: 2, RecoveryCodes: 9));

    private static Mailbox Mailbox(string address) => new(
        new(Id(24)), address, new("Поддержка", "Support"), Language.English, new("imap.example.org", 993, MailSecurity.ImplicitTls, "support", MailSignIn.OAuth2), "INBOX",
        new("smtp.example.org", 587, MailSecurity.StartTls, "support", MailSignIn.Password), IsPaused: true, "a1b2") { UsesReplyTokens = true };

    private static DevelopmentItem Item(string title) =>
        new(new(Id(26)), title, "Чек пуст", DevelopmentSeverity.High, DevelopmentState.InWork, "7.6", "https://tracker.example.org/ISTOM-42", "ISTOM-42") { ReleasedIn = "7.6", HeardAt = At };

    private static ProgramRelease Released(string version) => new(new(Id(27)), version, [new(Id(26))], new("Вышла {version}", "{version} is out"), new("Обновите", "Update"));

    private static DevelopmentSettings Links(string url) => new(
        [new(Id(28), url, Items: true, Releases: true, "a1b2")], [new(Tracker.Jira, IsOn: true, [new("Done", DevelopmentState.Done)], "c3d4")]);

    private static Invitation Invited(InvitationState state) =>
        new(new(Id(15)), "agent@example.org", "Сотрудник 1", [AgentRole.Supervisor], PaidSupport: true, state, At);

    private static PasswordReset WayBack(PasswordResetState state) => new(new(Id(18)), One, "Сотрудник 1", state, At);

    private static AlarmSettings Routes(int minutes) => new(new(Leads: false, Webhook: true), new(Leads: true, Webhook: true), new(Leads: true, Webhook: false, Mail: true), minutes, "https://example.org/alarm", "a1b2") { MailTo = ["duty@example.org"] };

    private static Clinic Clinic(string name) => new(new(Id(7)), name, new("Paid", SupportPlan.Paid, [RequestKind.Question, RequestKind.WindowsHelp]))
    {
        TariffId = new(Id(8)),
        TariffFrom = new(2026, 1, 1),
        TariffUntil = new(2026, 12, 31),
        Number = "1001",
        Contacts = [new("Администратор", "регистратура", ["+7 495 000-00-00"], "desk@example.org")],
        Product = "iStom Cloud",
        ProductVersion = "7.5",
        TeamViewerId = "123 456 789",
        Notes = "Звонить после обеда",
    };

    private static ApiKey Key(string name) => new(new(Id(9)), name, [ApiScopes.ClinicsWrite], "a1b2", At);

    private static Shift Line(string name, IsoDayOfWeek? weekday, LocalDate? date) =>
        new(new(Id(16)), One, name, ShiftKind.PaidDuty, weekday, date, new(19, 0), new(10, 0));

    private static Article Article(string title) => new(
        new(Id(16)), Language.English, title, "# Receipts\n\n1. *Look* at the cable.", ["касса", "чек"], "iStom Cloud", "Касса", ArticleState.Published);

    private static CannedReply Reply(string title) => new(new(Id(18)), One, title, "чек", new("Здравствуйте, {visitor}!", "Hello {visitor},"));

    private static WorkingText Said(string russian) => new(new(Id(19)), "desk.closedNow", new(russian, "Closed"));

    private static Site Site(string name) => new(new(Id(16)), "cloud", name, ["https://cloud.example.org"])
    {
        Colour = "#0b5563",
        Title = new("Помощь", "Help"),
        Greeting = new("Напишите нам", "Write to us"),
        Position = SitePosition.Left,
        Notice = new(new("Мы храним то, что вы напишете", "We keep what you write"), "https://example.org/privacy", NeedsConsent: true),
        Keys = [new(new(Id(17)), SigningAlgorithm.ES256, "-----BEGIN PUBLIC KEY-----", "a1b2", At, At)],
    };

    private static VisitorBlock Block(string reason) => new(Id(18), Visitor, "Посетитель", reason, One, "Сотрудник 1", At, At + Duration.FromDays(1));

    private static TariffTerms Terms(string name) => new(new(Id(8)), name, SupportPlan.Paid, [RequestKind.Question, RequestKind.WindowsHelp], new("Предложение", "An offer"));

    private static RegulationSettings Edition(string name) => new(
        Id(8), name, new(2027, 1, 1), [new(new(10, 0), new(13, 0)), new(new(14, 0), new(19, 0))], 60, new(960, 120), new(120, 60), new(15, 15));

    private static Guid Id(int n) => new($"00000000-0000-7000-8000-{n:D12}");
}
