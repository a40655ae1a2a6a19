using iStom.Chat.Domain.Regulation;
using NodaTime;

namespace iStom.Chat.Domain.Tickets;

/// <summary>One request and the promises made on it, folded from its events.</summary>
public sealed record Ticket
{
    public required TicketId Id { get; init; }

    /// <summary>As people quote it: <c>IS-2026-000123</c>.</summary>
    public required string Number { get; init; }

    public required ConversationId Conversation { get; init; }

    public required VisitorId Visitor { get; init; }

    public ClinicId? Clinic { get; init; }

    /// <summary>The clinic that an address speaks for; null: none.</summary>
    public ClinicProposal? ClinicProposal { get; init; }

    public required string Site { get; init; }

    public Channel Channel { get; init; }

    public RequestKind Kind { get; init; }

    public Criticality Criticality { get; init; }

    /// <summary>The latest claim of restore-work, decided or not.</summary>
    public Claim? Claim { get; init; }

    /// <summary>Why that claim was declined, which the customer is told; null while it is not.</summary>
    [PersonalData]
    public string? RejectionReason { get; init; }

    [PersonalData]
    public required string Subject { get; init; }

    public Instant OpenedAt { get; init; }

    public TicketPhase Phase { get; init; }

    /// <summary>When it was resolved; null while it is open.</summary>
    public Instant? ResolvedAt { get; init; }

    /// <summary>What of development it waits for, or waited for last.</summary>
    public DevelopmentItemId? DevelopmentItem { get; init; }

    /// <summary>The version of which the customer was told last.</summary>
    public ReleaseId? Told { get; init; }

    /// <summary>They were asked whether that version helped, and have not answered.</summary>
    public bool IsAsked { get; init; }

    /// <summary>Whether the latest resolution helped, or the version that was to bring it, as the customer says; null while they say nothing.</summary>
    public bool? Helped { get; init; }

    /// <summary>The customer's rating of the latest resolution, 1 to 5; null while there is none.</summary>
    public int? Stars { get; init; }

    /// <summary>What they said to it.</summary>
    [PersonalData]
    public string? RatingComment { get; init; }

    /// <summary>When they rated it first.</summary>
    public Instant? RatedAt { get; init; }

    /// <summary>The tariff of the latest wait.</summary>
    public required Tariff Tariff { get; init; }

    /// <summary>The open wait; null when nobody waits for us.</summary>
    public Wait? Wait { get; init; }

    /// <summary>The agent who has the ticket.</summary>
    public AgentId? Assignee { get; init; }

    [PersonalData(DataSubject.Agent)]
    public string? AssigneeName { get; init; }

    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>The visitor has asked to be called back, and nobody has spoken to them since; null: they have not, or it is done.</summary>
    public Callback? Callback { get; init; }

    /// <summary>What the manual had shown the customer before they wrote.</summary>
    public IReadOnlyList<ShownArticle> Articles { get; init; } = [];

    /// <summary>The closed or split ticket that this one continues.</summary>
    public TicketId? Follows { get; init; }

    /// <summary>The tickets that further problems of this one became.</summary>
    public IReadOnlyList<TicketId> SplitInto { get; init; } = [];

    /// <summary>The thread in which it began, before a site said whose request it is; null for most.</summary>
    public ConversationId? LinkedFrom { get; init; }

    /// <summary>The ticket in which this one went on.</summary>
    public TicketId? MergedInto { get; init; }

    /// <summary>The invitation to remote support that is open, or the session under way; null while there is none.</summary>
    public RemoteSession? RemoteSession { get; init; }

    public SupportLevel Level => Tariff.LevelOf(Kind);

    public Scope Scope => Tariff.ScopeOf(Kind);

    public TicketStatus Status => Phase switch
    {
        TicketPhase.Resolved => TicketStatus.Resolved,
        TicketPhase.Closed => TicketStatus.Closed,
        TicketPhase.WithDevelopment => TicketStatus.WithDevelopment,
        _ when Wait is null => TicketStatus.AwaitingCustomer,
        _ => Assignee is null ? TicketStatus.Waiting : TicketStatus.InProgress,
    };

    /// <summary>Whether a claim of restore-work waits for an agent's word.</summary>
    public bool HasUndecidedClaim => Claim is not null
        && (Criticality == Criticality.Claimed || (!Claim.Counts && Criticality == Criticality.Normal));

    /// <summary>Whether the ticket can still be worked on.</summary>
    public bool IsLive => Phase is TicketPhase.Open or TicketPhase.WithDevelopment;

    /// <summary>Folds one event. Null is the ticket that does not exist yet.</summary>
    /// <exception cref="InvalidOperationException">The order of the events is none that a decision could have made.</exception>
    public static Ticket Evolve(Ticket? state, ITicketEvent @event) => (state, @event) switch
    {
        (null, TicketOpened e) => Open(e),
        (null, _) => throw Misplaced(@event),
        (_, WaitStarted e) => state with { Tariff = e.Tariff, Wait = new(e.Promise.Start, e.Tariff, e.Promise, Missed: false) },
        (_, Reacted or WaitEndedWithoutAnswer or WaitWithdrawn) => state with { Wait = null },
        ({ Wait: { } wait }, PromiseChanged e) => state with { Wait = wait with { Promise = e.Promise, Missed = e.Missed } },
        (_, TicketTaken e) => state with { Assignee = e.Agent, AssigneeName = e.AgentName },
        (_, TicketTransferred e) => state with { Assignee = e.To, AssigneeName = e.ToName },
        (_, TicketReleased) => state with { Assignee = null, AssigneeName = null },
        (_, KindChanged e) => Changed(state, e),
        (_, CriticalityClaimed e) => Claimed(state, e),
        ({ Claim: { } claim }, CriticalityConfirmed) => Confirmed(state, claim),
        ({ Claim: { } claim }, CriticalityRejected e) => Rejected(state, claim, e),
        (_, ArticlesShown e) => state with { Articles = e.Articles },
        (_, Tagged e) => state with { Tags = e.Tags },
        (_, HandedToDevelopment e) => state with { Phase = TicketPhase.WithDevelopment, DevelopmentItem = e.Item, IsAsked = false },
        (_, ReleaseTold e) => state with { Phase = state.Phase == TicketPhase.WithDevelopment ? TicketPhase.Open : state.Phase, Told = e.Release, IsAsked = true, Helped = null },
        (_, CallbackRequested e) => state with { Callback = new(e.Number, e.Time, e.At) },
        (_, CallLogged { Reached: true } or CallbackDismissed) => state with { Callback = null },
        (_, TicketResolved e) => state with { Phase = TicketPhase.Resolved, ResolvedAt = e.At, Callback = null, IsAsked = false, Helped = null, Stars = null, RatingComment = null, RatedAt = null },
        (_, ResolutionAnswered e) => state with { Helped = e.Helped, IsAsked = false },
        (_, ResolutionRated e) => state with { Stars = e.Stars, RatingComment = e.Comment, RatedAt = state.RatedAt ?? e.At },
        (_, TicketReopened) => state with { Phase = TicketPhase.Open, ResolvedAt = null, IsAsked = false },
        (_, TicketClosed) => state with { Phase = TicketPhase.Closed, IsAsked = false },
        (_, TicketSplit e) => state with { SplitInto = [.. state.SplitInto, e.Into] },
        (_, TicketMerged e) => state with { Phase = TicketPhase.Closed, IsAsked = false, MergedInto = e.Into, Wait = null, Callback = null },
        (_, TicketLinked e) => state with { Conversation = e.Conversation, Visitor = e.Visitor, Clinic = e.Clinic, ClinicProposal = null, LinkedFrom = e.From },
        (_, ClinicProposed e) => state with { ClinicProposal = new(e.Clinic, e.ClinicName, IsConfirmed: null) },
        ({ ClinicProposal: { } proposal }, ClinicConfirmed e) => state with { Clinic = e.Clinic, ClinicProposal = proposal with { IsConfirmed = true } },
        ({ ClinicProposal: { } proposal }, ClinicDeclined) => state with { Clinic = null, ClinicProposal = proposal with { IsConfirmed = false } },
        (_, RemoteSupportInvited e) => state with { RemoteSession = new(e.Session, e.Agent, e.AgentName, e.Purpose, e.AsksForId, e.At) },
        ({ RemoteSession: { } remote }, RemoteSupportConsented e) => state with { RemoteSession = remote with { ConsentedAt = e.At } },
        ({ RemoteSession: { } remote }, RemoteSupportStarted e) => state with { RemoteSession = remote with { StartedAt = e.At } },
        (_, RemoteSupportDeclined or RemoteSupportEnded) => state with { RemoteSession = null },
        (_, NoteWritten or CallLogged or ReplyMailed or MailUndelivered or MailHeldBack or HeldMailOpened) => state,
        (_, TicketErased) => state with { Subject = Erased, Callback = null, RejectionReason = Masked(state.RejectionReason), RatingComment = Masked(state.RatingComment), RemoteSession = state.RemoteSession is { } remote ? remote with { Purpose = Erased } : null },
        _ => throw Misplaced(@event),
    };

    private const string Erased = PersonalDataAttribute.Erased;

    private static string? Masked(string? text) => text is null ? null : Erased;

    private static InvalidOperationException Misplaced(ITicketEvent @event) => new($"{@event.GetType().Name} has no meaning at this place");

    private static Ticket Open(TicketOpened e) => new()
    {
        Id = e.Ticket,
        Number = e.Number,
        Conversation = e.Conversation,
        Visitor = e.Visitor,
        Clinic = e.Clinic,
        Site = e.Site,
        Channel = e.Channel,
        Kind = e.Kind,
        Subject = e.Subject,
        OpenedAt = e.At,
        Follows = e.Follows,
        Tariff = Tariff.Standard,
    };

    /// <summary>From one kind of restore-work to the other the claim goes on; any other change puts an end to it.</summary>
    private static Ticket Changed(Ticket state, KindChanged e) => state.Claim is { } claim && e.From.IsRestoreWork() && e.To.IsRestoreWork()
        ? state with { Kind = e.To, Claim = claim with { Kind = e.To } }
        : state with { Kind = e.To, Criticality = Criticality.Normal, Claim = null, RejectionReason = null };

    private static Ticket Confirmed(Ticket state, Claim claim) => state with
    {
        Kind = claim.Kind,
        Criticality = Criticality.Confirmed,
        Claim = claim with { Counts = true },
    };

    /// <summary>A claim that counted made the kind; one that waited for an agent never did.</summary>
    private static Ticket Rejected(Ticket state, Claim claim, CriticalityRejected e) => state with
    {
        RejectionReason = e.Reason,
        Kind = claim.Counts ? RequestKind.Question : state.Kind,
        Criticality = Criticality.Rejected,
    };

    private static Ticket Claimed(Ticket state, CriticalityClaimed e) => state with
    {
        Kind = e.Counts ? e.Kind : state.Kind,
        Criticality = e.Counts ? Criticality.Claimed : Criticality.Normal,
        Claim = new(e.Kind, e.At, e.By, e.Counts),
        RejectionReason = null,
    };
}
