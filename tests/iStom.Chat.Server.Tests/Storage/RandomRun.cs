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
using iStom.Chat.Server.Agents;
using iStom.Chat.Server.Alarms;
using iStom.Chat.Server.Attachments;
using iStom.Chat.Server.Calls;
using iStom.Chat.Server.Clinics;
using iStom.Chat.Server.Clinics.Import;
using iStom.Chat.Server.Conversations;
using iStom.Chat.Server.Development;
using iStom.Chat.Server.Hosting;
using iStom.Chat.Server.Hosting.Commands;
using iStom.Chat.Server.Hosting.Identity;
using iStom.Chat.Server.Integrations;
using iStom.Chat.Server.Mailboxes;
using iStom.Chat.Server.Manual;
using iStom.Chat.Server.Manual.Import;
using iStom.Chat.Server.Privacy;
using iStom.Chat.Server.Queue;
using iStom.Chat.Server.Regulation;
using iStom.Chat.Server.RemoteSupport;
using iStom.Chat.Server.Sites;
using iStom.Chat.Server.Storage;
using iStom.Chat.Server.Storage.Changes;
using iStom.Chat.Server.Tickets;
using iStom.Chat.Server.Visitors;
using iStom.Chat.Server.Wording;
using iStom.Chat.TestSupport;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace iStom.Chat.Server.Tests.Storage;

/// <summary>
/// Gives commands at random, as visitors and agents would and sometimes would not. A row for every command of the
/// product: whoever adds a command adds it here or to <see cref="ChangeNothing"/>.
/// </summary>
internal sealed partial class RandomRun(RunningServer server, int seed)
{
    private readonly Random _random = new(seed);
    private readonly List<VisitorCaller> _visitors = [];
    private readonly List<TicketId> _tickets = [];
    private readonly List<InvitationId> _invitations = [];

    private readonly AgentCaller[] _agents =
    [
        .. Enumerable.Range(1, 2).Select(i => new AgentCaller(
            new(new($"00000000-0000-7000-9000-{i:D12}")), $"Сотрудник {i}", [AgentRole.Agent, AgentRole.Administrator], PaidSupport: i % 2 == 0, Language.Russian)),
    ];

    /// <summary>Every command that changes something, and how it is given; the answer is whether it was not refused.</summary>
    public IReadOnlyDictionary<Type, Func<Task<bool>>> Commands => new Dictionary<Type, Func<Task<bool>>>
    {
        [typeof(StartSession)] = StartAsync,
        [typeof(PostMessage)] = PostAsync,
        [typeof(TakeNext)] = () => GiveAsync(new TakeNext(Agent())),
        [typeof(TakeTicket)] = () => GiveAsync(new TakeTicket(Agent(), Ticket())),
        [typeof(ReplyToTicket)] = () => GiveAsync(new ReplyToTicket(Agent(), Message(), Ticket(), "Ответ")),
        [typeof(WriteNote)] = () => GiveAsync(new WriteNote(Agent(), Message(), Ticket(), "Заметка")),
        [typeof(EndWait)] = () => GiveAsync(new EndWait(Agent(), Ticket())),
        [typeof(ResolveTicket)] = () => GiveAsync(new ResolveTicket(Agent(), Ticket())),
        [typeof(ReopenTicket)] = () => GiveAsync(new ReopenTicket(Agent(), Ticket())),
        [typeof(ReleaseTicket)] = () => GiveAsync(new ReleaseTicket(Agent(), Ticket())),
        [typeof(TransferTicket)] = () => GiveAsync(new TransferTicket(Agent(), Ticket(), Agent().Agent)),
        [typeof(HandOver)] = () => GiveAsync(new HandOver(Agent(), [new(Ticket().Value, "Что открыто")], _random.Next(2) == 0 ? null : Agent().Agent)),
        [typeof(SplitTicket)] = SplitAsync,
        [typeof(OpenForCustomer)] = OpenForCustomerAsync,
        [typeof(ChangeKind)] = () => GiveAsync(new ChangeKind(Agent(), Ticket(), Kind(), _random.Next(2) == 0 ? null : "Причина")),
        [typeof(ConfirmCriticality)] = () => GiveAsync(new ConfirmCriticality(Agent(), Ticket())),
        [typeof(RejectCriticality)] = () => GiveAsync(new RejectCriticality(Agent(), Ticket(), "Причина")),
        [typeof(ConfirmClinic)] = () => AnswerProposalAsync(ticket => new ConfirmClinic(Agent(), ticket)),
        [typeof(DeclineClinic)] = () => AnswerProposalAsync(ticket => new DeclineClinic(Agent(), ticket)),
        [typeof(ClaimCriticality)] = () => GiveAsync(new ClaimCriticality(Visitor(), Kind())),
        [typeof(AnswerResolution)] = async () => await GiveAsync(new AnswerResolution(await WhoseIsResolvedAsync(), _random.Next(2) == 0)),
        [typeof(RateResolution)] = async () => await GiveAsync(new RateResolution(await WhoseIsResolvedAsync(), _random.Next(1, 6), _random.Next(2) == 0 ? null : "Спасибо")),
        [typeof(RequestCallback)] = () => GiveAsync(new RequestCallback(Visitor(), "8 495 000-00-00", CallbackTime.AnyTime)),
        [typeof(DismissCallback)] = () => GiveAsync(new DismissCallback(Agent(), Ticket())),
        [typeof(LogCall)] = () => GiveAsync(new LogCall(Agent(), Message(), Ticket(), _random.Next(2) == 0 ? CallDirection.Incoming : CallDirection.Outgoing, Number: null, Reached: _random.Next(2) == 0, "Звонок", _random.Next(90), Call: null)),
        [typeof(ReceiveCall)] = () => GiveAsync(new ReceiveCall($"{_random.Next(20)}", "8 495 000-00-00", To: null, (CallState)_random.Next(3), At: null, Seconds: null)),
        [typeof(ChangeTelephony)] = () => ChangeAsync<TelephonySettings, ChangedTelephony>((kept, version) => new ChangeTelephony(Agent(), (kept ?? TelephonySettings.Default) with { KeepDays = _random.Next(1, 90) }, NewSecret: false, version)),
        [typeof(LeaveContact)] = () => GiveAsync(new LeaveContact(Visitor(), $"{_random.Next(9)}@example.org", Phone: null)),
        [typeof(MarkRead)] = () => GiveAsync(new MarkRead(Visitor(), 1)),
        [typeof(MarkTicketRead)] = () => GiveAsync(new MarkTicketRead(Agent(), Ticket(), 1)),
        [typeof(ChangeCalendar)] = () => GiveAsync(new ChangeCalendar(Agent(), 2027, new(File: null, Decree: null, [DayEdit()]), CalendarVersion())),
        [typeof(RecomputePromise)] = () => GiveAsync(new RecomputePromise(Ticket())),
        [typeof(ChangeRegulation)] = () => GiveAsync(Edition()),
        [typeof(KeepPresence)] = () => GiveAsync(new KeepPresence()),
        [typeof(EndOnThisComputer)] = () => GiveAsync(new EndOnThisComputer(Visitor())),
        [typeof(InviteAgent)] = InviteAsync,
        [typeof(ReissueInvitation)] = () => GiveAsync(new ReissueInvitation(Agent(), Invitation())),
        [typeof(RevokeInvitation)] = () => GiveAsync(new RevokeInvitation(Agent(), Invitation())),
        [typeof(IssuePasswordReset)] = () => GiveAsync(new IssuePasswordReset(Agent(), Agent().Agent)),
        [typeof(ChangeAgentRights)] = ChangeRightsAsync,
        [typeof(DisableAgent)] = () => GiveAsync(new DisableAgent(Agent(), Agent().Agent)),
        [typeof(EnableAgent)] = () => GiveAsync(new EnableAgent(Agent(), Agent().Agent)),
        [typeof(ChangeShift)] = () => ChangeAsync<Shift, ShiftView?>((shift, version) => Planned(shift, version)),
        [typeof(ChangeAlarms)] = () => ChangeAsync<AlarmSettings, ChangedAlarms>((kept, version) => new ChangeAlarms(Agent(), (kept ?? AlarmSettings.Default) with { RepeatMinutes = _random.Next(1, 60) }, NewSecret: false, version)),
        [typeof(InviteRemoteSession)] = async () => await InvitedAsync() is not null,
        [typeof(AcceptRemoteSession)] = () => WithInvitedAsync(invited => GiveAsync(new AcceptRemoteSession(invited.Visitor, invited.Session, Consent: false))),
        [typeof(GiveRemoteAccess)] = () => WithInvitedAsync(GivesIdAsync),
        [typeof(StartRemoteSession)] = () => WithInvitedAsync(async invited => await GivesIdAsync(invited) && await GiveAsync(new StartRemoteSession(invited.Agent, invited.Ticket, invited.Session))),
        [typeof(EndRemoteSession)] = () => WithInvitedAsync(invited => GiveAsync(new EndRemoteSession(invited.Agent, invited.Ticket, invited.Session))),
        [typeof(EndOldSessions)] = () => GiveAsync(new EndOldSessions()),
        [typeof(ChangeRemoteSupport)] = () => ChangeAsync<RemoteSupportSettings, RemoteSupportView>((kept, version) => new ChangeRemoteSupport(Agent(), (kept ?? RemoteSupportSettings.Default) with { AccessMinutes = _random.Next(5, 60) }, Token: null, ForgetToken: false, version)),
        [typeof(ReceiveMail)] = ReceiveMailAsync,
        [typeof(OpenHeldBack)] = OpenHeldBackAsync,
        [typeof(ChangeMailbox)] = () => ChangeAsync<Mailbox, ChangedMailbox>((box, version) => new ChangeMailbox(Agent(), box ?? NewMailbox(), null, null, HandOver: false, NewHandOver: false, box is null ? null : version)),
        [typeof(ChangeMailSettings)] = () => ChangeAsync<MailSettings, KeptMailSettings>((kept, version) => new ChangeMailSettings(Agent(), (kept ?? MailSettings.Default) with { HeldBackDays = _random.Next(20, 60) }, version)),
        [typeof(RemoveMailbox)] = () => ChangeAsync<Mailbox, MailboxId>((box, version) => new RemoveMailbox(Agent(), box?.Id ?? default, version)),
        [typeof(ChangeDevelopmentItem)] = () => ChangeAsync<DevelopmentItem, DevelopmentItemView>((item, version) => new ChangeDevelopmentItem(Agent(), (item ?? NewItem()) with { Title = $"Касса {_random.Next()}" }, item is null ? null : version)),
        [typeof(HandToDevelopment)] = () => ChangeAsync<DevelopmentItem, TicketId>((item, _) => new HandToDevelopment(Agent(), Ticket(), item?.Id ?? new(Guid.NewGuid()), item is null ? NewItem() : null)),
        [typeof(ReleaseVersion)] = () => _random.Next(FewNew) > 0 ? Task.FromResult(false) : ChangeAsync<DevelopmentItem, ReleasedVersion>((item, _) => new ReleaseVersion(Agent(), NewRelease(item?.Id ?? default))),
        [typeof(ChangeDevelopmentLinks)] = () => ChangeAsync<DevelopmentSettings, ChangedDevelopmentLinks>((_, version) => new ChangeDevelopmentLinks(Agent(), new([], [new(Tracker.Jira, IsOn: true, [], SecretHint: null)]), [], version)),
        [typeof(ReceiveTrackerNews)] = () => GiveAsync(new ReceiveTrackerNews(Tracker.Jira, new($"ISTOM-{_random.Next(5)}", "Done", server.Clock.GetCurrentInstant()))),
        [typeof(TellOfRelease)] = () => ChangeAsync<ProgramRelease, TicketId>((release, _) => new TellOfRelease(release ?? NewRelease(default), Ticket())),
        [typeof(ChangeTariff)] = () => ChangeAsync<TariffTerms, TariffView>((terms, version) => new ChangeTariff(Agent(), terms ?? TariffTerms.Standard, version)),
        [typeof(ChangeClinic)] = () => ChangeAsync<Clinic, ClinicCard>((clinic, version) => new ChangeClinic(Agent(), clinic ?? new(new(Guid.NewGuid()), "Клиника") { Contacts = [new("Кто-то", Role: null, [], Email: null)] }, version)),
        [typeof(EraseContacts)] = () => ChangeAsync<Clinic, ClinicId>((clinic, _) => new EraseContacts(Agent(), clinic?.Id ?? default)),
        [typeof(PutClinic)] = () => GiveAsync(new PutClinic(Program, $"{_random.Next(5)}", "Клиника", _random.Next(2) == 0 ? "Paid" : null, From: null, Until: null, Product: null, ProductVersion: null)),
        [typeof(ApplyImport)] = ImportAsync,
        [typeof(ChangeArticle)] = () => ChangeAsync<Article, ArticleView>((article, version) => new ChangeArticle(Agent(), article ?? NewArticle(), version)),
        [typeof(SayArticleHelped)] = () => ChangeAsync<Article, ArticleId>((article, _) => new SayArticleHelped(Visitor(), article?.Id ?? default)),
        [typeof(ChangeTeamReply)] = () => ChangeAsync<CannedReply, CannedReplyView>((reply, version) => new ChangeTeamReply(Agent(), Canned(reply, version))),
        [typeof(ChangeOwnReply)] = () => ChangeAsync<CannedReply, CannedReplyView>((reply, version) => new ChangeOwnReply(Agent(), Canned(reply, version))),
        [typeof(ChangeText)] = () => GiveAsync(new ChangeText(Agent(), "desk.closedNow", new("Закрыто", ""), TextVersion())),
        [typeof(ApplyManual)] = ManualAsync,
        [typeof(ImportManual)] = () => GiveAsync(new ImportManual(Folder())),
        [typeof(CreateApiKey)] = () => _random.Next(FewNew) > 0 ? Task.FromResult(false) : GiveAsync(new CreateApiKey(Agent(), "Счёт", [ApiScopes.ClinicsWrite])),
        [typeof(SwitchIntegration)] = () => GiveAsync(new SwitchIntegration(Agent(), "alarms", _random.Next(2) > 0)),
        [typeof(RevokeApiKey)] = () => ChangeAsync<ApiKey, ApiKeyId>((key, _) => new RevokeApiKey(Agent(), key?.Id ?? default)),
        [typeof(ChangeSite)] = () => ChangeAsync<Site, SiteView>((site, version) => new ChangeSite(Agent(), site ?? NewSite(), site is null ? null : version)),
        [typeof(AddSigningKey)] = () => ChangeAsync<Site, AddedSigningKey>((site, _) => new AddSigningKey(Agent(), site?.Id ?? SiteBook.IdOf("cloud"), SigningAlgorithm.HS256, PublicKey: null)),
        [typeof(RetireSigningKey)] = () => ChangeAsync<Site, SiteView>((site, _) => new RetireSigningKey(Agent(), site?.Id ?? default, site is { Keys: [.., var last] } ? last.Id : default)),
        [typeof(BlockVisitor)] = () => ChangeAsync<VisitorBlock, BlockView>((block, version) =>
            new BlockVisitor(Agent(), block?.Visitor ?? Visitor().Visitor, "Спам", server.Clock.GetCurrentInstant() + Duration.FromMinutes(_random.Next(1, 120)), version)),
        [typeof(UnblockVisitor)] = () => ChangeAsync<VisitorBlock, VisitorId>((block, version) => new UnblockVisitor(Agent(), block?.Visitor ?? Visitor().Visitor, version)),
        [typeof(ChangeRetention)] = () => ChangeAsync<RetentionSettings, RetentionSettings>((_, version) => new ChangeRetention(Agent(), new(_random.Next(30, 60), AuditDays: null, TechnicalDays: 7), version)),
        [typeof(UploadVisitorFile)] = UploadAsync,
        [typeof(UploadStaffFile)] = async () => await GiveAsync(new UploadStaffFile(Agent(), Ticket(), File())),
        [typeof(RemoveForgottenFiles)] = () => GiveAsync(new RemoveForgottenFiles()),
        [typeof(RunRetention)] = () => _random.Next(6) > 0 ? Task.FromResult(false) : GiveAsync(new RunRetention()),
        [typeof(EraseVisitor)] = () => _random.Next(6) > 0 ? Task.FromResult(false) : GiveAsync(new EraseVisitor(Agent(), Visitor().Visitor)),
    };

    /// <summary>The agents' accounts, one visitor of a paying clinic and one of none.</summary>
    public async Task BeginAsync()
    {
        var clinic = new Clinic(new(Guid.NewGuid()), "Клиника", Tariff.Paid);
        await server.Store.AddClinicAsync(clinic);
        var paying = new Visitor { Id = new(Guid.NewGuid()), Conversation = new(Guid.NewGuid()), KeyHash = "hash", Site = "cloud", Clinic = clinic.Id };
        await server.StoreAsync(paying);
        _visitors.Add(new(paying.Id, paying.Conversation, Language.Russian));
        foreach (var agent in _agents)
        {
            await server.StoreAsync(new Agent { Id = agent.Agent, Email = $"{agent.Agent.Value:N}@example.org", Name = agent.Name, Roles = agent.Roles });
        }

        await StartAsync();
    }

    /// <summary>Half of those that there are go.</summary>
    private ChangeShift Planned(Shift? shift, long version)
    {
        var id = shift?.Id ?? new(Guid.NewGuid());
        var wished = new Shift(id, Agent().Agent, "", ShiftKind.Ordinary, IsoDayOfWeek.Monday, Date: null, new(10, 0), new(_random.Next(11, 20), 0));
        return new(Agent(), id, shift is not null && _random.Next(2) == 0 ? null : wished, version);
    }

    /// <summary>Some of those that there are go.</summary>
    private WishedReply Canned(CannedReply? reply, long version) => new(
        reply?.Id ?? new(Guid.NewGuid()), reply is not null && _random.Next(3) == 0 ? null : new("Ответ", "чек", new("Здравствуйте, {visitor}!", "")), version);

    private CalendarDayEdit DayEdit() =>
        new(new LocalDate(2027, 3, 1).PlusDays(_random.Next(200)).With(DateAdjusters.NextOrSame(IsoDayOfWeek.Tuesday)), CalendarDayKind.Holiday, Name: new("Выходной", "Day off"));

    private long TextVersion() => server.Services.GetRequiredService<WorkingTextBook>().Find("desk.closedNow")?.Version ?? 0;

    private long CalendarVersion() => server.Services.GetRequiredService<LiveDocuments<CalendarYear>>().Find(CalendarYear.KeyOf(2027))?.Version ?? 0;

    private ChangeRegulation Edition()
    {
        var settings = RegulationSettings.Of(RegulationEdition.Current) with { Name = $"edition {_random.Next()}", HoldsFrom = new(2040, 1, 1) };
        return new(Agent(), Guid.NewGuid(), settings, Version: 0);
    }

    /// <summary>Gives one command at random, every other time one of those that are missed. The answer is its type, when it was not refused.</summary>
    public async Task<Type?> StepAsync(params IEnumerable<Type> missed)
    {
        server.Clock.Advance(Duration.FromMinutes(_random.Next(120)));
        var wanted = missed.ToList();
        var types = wanted.Count > 0 && _random.Next(2) == 0 ? wanted : [.. Commands.Keys];
        var type = types[_random.Next(types.Count)];
        return await Commands[type]() ? type : null;
    }

    private async Task<bool> ImportAsync()
    {
        var file = System.Text.Encoding.UTF8.GetBytes($"number;name\n{_random.Next(5)};Клиника {_random.Next(9)}\n");
        return await GiveAsync(new ApplyImport(Agent(), file, (await SendAsync(new PreviewImport(Agent(), file))).Value.Fingerprint));
    }

    private static Article NewArticle() => new(new(Guid.NewGuid()), Language.Russian, "Статья", "Текст", ["чек"], Product: null, Module: null, ArticleState.Published);

    private ManualFile[] Folder() => [new($"{_random.Next(5)}.md", System.Text.Encoding.UTF8.GetBytes($"---\ntitle: Статья {_random.Next(9)}\nstate: published\n---\nТекст"))];

    private async Task<bool> ManualAsync()
    {
        var files = Folder();
        return await GiveAsync(new ApplyManual(Agent(), files, (await SendAsync(new PreviewManual(Agent(), files))).Value.Fingerprint));
    }

    private static ApiCaller Program { get; } = new(new(Guid.NewGuid()), "Счёт", [ApiScopes.ClinicsWrite], Address: null, Language.Russian);

    /// <summary>One of so many is new: what is kept is compared again and again.</summary>
    private const int FewNew = 8;

    /// <summary>Any of what staff keep, or something new.</summary>
    private async Task<bool> ChangeAsync<T, TAnswer>(Func<T?, long, IRequest<Decision<TAnswer>>> command)
        where T : class
    {
        var (document, version) = await AnyAsync<T>();
        return await GiveAsync(command(document, version));
    }

    /// <summary>The connection is given back before the command wants one: many of them run at once.</summary>
    private async Task<(T? Document, long Version)> AnyAsync<T>()
        where T : class
    {
        await using var read = server.Database.CreateCommand($"select data, mt_version from {DocumentMapping<T>.Table} order by random() limit {Math.Min(1, _random.Next(FewNew))}");
        await using var reader = await read.ExecuteReaderAsync();
        return await reader.ReadAsync()
            ? (System.Text.Json.JsonSerializer.Deserialize<T>(reader.GetString(0), StoreJson.Options), reader.GetInt64(1))
            : (null, StreamVersion.None);
    }

    private async Task<bool> GiveAsync<T>(IRequest<Decision<T>> command) => (await SendAsync(command)).Refusal is null;

    private Task<Decision<T>> SendAsync<T>(IRequest<Decision<T>> command) =>
        server.Services.GetRequiredService<IMediator>().Send(command, TestContext.Current.CancellationToken);

    private static Site NewSite() => NewSite($"site-{Guid.NewGuid():N}"[..20]);

    private static Site NewSite(string key) => new(SiteBook.IdOf(key), key, "Сайт", ["https://example.org"]);

    private AgentCaller Agent() => _agents[_random.Next(_agents.Length)];

    private VisitorCaller Visitor() => _visitors[_random.Next(_visitors.Count)];

    private RequestKind Kind() => Enum.GetValues<RequestKind>()[_random.Next(Enum.GetValues<RequestKind>().Length)];

    private static MessageId Message() => new(Guid.NewGuid());
}
