namespace iStom.Chat.Domain;

/// <summary>An identifier that is a UUID on the wire and in the store, and a type of its own in code.</summary>
public interface IId
{
    Guid Value { get; }
}

/// <summary>One browser (or verified user) that writes to support.</summary>
public readonly record struct VisitorId(Guid Value) : IId;

/// <summary>The visitor's one long thread; also the id of its event stream.</summary>
public readonly record struct ConversationId(Guid Value) : IId;

/// <summary>One request and the promises made on it; also the id of its event stream.</summary>
public readonly record struct TicketId(Guid Value) : IId;

/// <summary>A message or note. Chosen by the writer's client, so that a retry is recognised.</summary>
public readonly record struct MessageId(Guid Value) : IId;

/// <summary>A file that was attached. Chosen by whoever uploads it, so that a retry is recognised.</summary>
public readonly record struct AttachmentId(Guid Value) : IId;

/// <summary>A member of the support staff.</summary>
public readonly record struct AgentId(Guid Value) : IId;

/// <summary>The customer organisation.</summary>
public readonly record struct ClinicId(Guid Value) : IId;

/// <summary>An invitation to join the staff.</summary>
public readonly record struct InvitationId(Guid Value) : IId;

/// <summary>Somebody's way back to a lost password; follows from whose it is.</summary>
public readonly record struct PasswordResetId(Guid Value) : IId;

/// <summary>An alarm; follows from what it is about.</summary>
public readonly record struct AlarmId(Guid Value) : IId;

/// <summary>A key by which another program speaks to the server.</summary>
public readonly record struct ApiKeyId(Guid Value) : IId;

/// <summary>A line of the roster.</summary>
public readonly record struct ShiftId(Guid Value) : IId;

/// <summary>Terms that clinics buy.</summary>
public readonly record struct TariffId(Guid Value) : IId;

/// <summary>An article of the manual.</summary>
public readonly record struct ArticleId(Guid Value) : IId;

/// <summary>A reply that is written once and sent often.</summary>
public readonly record struct CannedReplyId(Guid Value) : IId;

/// <summary>A text that the panel says by itself; follows from its name.</summary>
public readonly record struct WorkingTextId(Guid Value) : IId;

/// <summary>A site that embeds the panel; follows from its key.</summary>
public readonly record struct SiteId(Guid Value) : IId;

/// <summary>A key with which a site vouches for its users.</summary>
public readonly record struct SigningKeyId(Guid Value) : IId;

/// <summary>An address at which support is written to.</summary>
public readonly record struct MailboxId(Guid Value) : IId;

/// <summary>Something that development is to make or mend.</summary>
public readonly record struct DevelopmentItemId(Guid Value) : IId;

/// <summary>A version of the program that customers were told of.</summary>
public readonly record struct ReleaseId(Guid Value) : IId;

/// <summary>One invitation to remote support and what became of it. Chosen by the agent's browser, so that a retry is recognised.</summary>
public readonly record struct RemoteSessionId(Guid Value) : IId;
