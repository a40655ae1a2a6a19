using iStom.Chat.Domain;
using iStom.Chat.Server.Storage;
using iStom.Chat.Server.Storage.Search;
using NodaTime;
using NpgsqlTypes;

namespace iStom.Chat.Server.Hosting.Identity;

/// <summary>
/// A browser that may write to support, known by a secret of its own, never by what is typed; or a user for whom a site vouches,
/// as whom any number of browsers write.
/// </summary>
public sealed record Visitor
{
    /// <summary>After this long the key is replaced when the panel is opened.</summary>
    public static readonly Duration KeyLife = Duration.FromDays(30);

    /// <summary>How long a replaced key still opens doors, for the tabs that have not heard of it.</summary>
    public static readonly Duration KeyGrace = Duration.FromMinutes(10);

    public required VisitorId Id { get; init; }

    /// <summary>The thread's id, chosen with the visitor: first messages sent in parallel meet in one stream.</summary>
    public required ConversationId Conversation { get; init; }

    /// <summary>SHA-256 of the cookie's secret, in hex.</summary>
    public required string KeyHash { get; init; }

    public Instant KeyIssuedAt { get; init; }

    /// <summary>Hash of the key before this one.</summary>
    public string? PreviousKeyHash { get; init; }

    /// <summary>Key of the site on which the panel was first opened: context, never authority.</summary>
    public required string Site { get; init; }

    /// <summary>Set for verified users only.</summary>
    public ClinicId? Clinic { get; init; }

    /// <summary>The user as whom this browser writes since a site has vouched for them; what it wrote before stays its own.</summary>
    public VisitorId? VerifiedAs { get; init; }

    /// <summary>As the site that vouches for the user calls them, or as an agent heard it on the phone; null for a browser that nobody vouches for.</summary>
    [PersonalData]
    public string? Name { get; init; }

    /// <summary>As the site that vouches for the user gave it.</summary>
    [PersonalData]
    public string? Email { get; init; }

    /// <summary>As above.</summary>
    [PersonalData]
    public string? Phone { get; init; }

    /// <summary>Where they may be written to later, as they say themselves: nobody vouches for it, and nothing is allowed by it.</summary>
    [PersonalData]
    public string? GivenEmail { get; init; }

    /// <summary>Where they may be called back, as above.</summary>
    [PersonalData]
    public string? GivenPhone { get; init; }

    /// <summary>
    /// Of whoever writes by mail: in small letters, one visitor each. It is no identity, since anybody can write as anybody; but answers
    /// go there, and so does whatever a mail that names no ticket of ours makes known.
    /// </summary>
    [PersonalData]
    public string? MailAddress { get; init; }

    public static IDocumentMapping Mapping { get; } = new DocumentMapping<Visitor>(
        visitor => visitor.Id.Value,
        new("key_hash", NpgsqlDbType.Varchar, visitor => visitor.KeyHash, nameof(KeyHash), FieldIndex.Unique),
        new("previous_key_hash", NpgsqlDbType.Varchar, visitor => visitor.PreviousKeyHash, nameof(PreviousKeyHash), FieldIndex.WhereNotNull),
        new("clinic", NpgsqlDbType.Uuid, visitor => visitor.Clinic?.Value, nameof(Clinic), FieldIndex.WhereNotNull),
        new("verified_as", NpgsqlDbType.Uuid, visitor => visitor.VerifiedAs?.Value, nameof(VerifiedAs), FieldIndex.WhereNotNull),
        new("mail_address", NpgsqlDbType.Varchar, visitor => visitor.MailAddress, nameof(MailAddress), FieldIndex.Unique),
        new("words", NpgsqlDbType.Varchar, visitor => visitor.Words))
    {
        OwnIndexes = ["istom_visitor_kept", "istom_visitor_thread", "istom_visitor_words"],
    };

    /// <summary>By what they are found: name, addresses and the digits of phones, a line each; null for a browser of which nothing is known.</summary>
    private string? Words => Known(Name, Email, GivenEmail, MailAddress).Concat(Known(Phone, GivenPhone).Select(PhoneDigits.National)).ToArray() is { Length: > 0 } known
        ? SearchText.Normal(string.Join('\n', known))
        : null;

    private static IEnumerable<string> Known(params string?[] texts) => texts.Where(text => text is not (null or PersonalDataAttribute.Erased)).Select(text => text!);

    /// <summary>Whether a key with this hash opens the door now.</summary>
    public bool IsOpenedBy(string hash, Instant now) =>
        hash == KeyHash || (hash == PreviousKeyHash && now - KeyIssuedAt <= KeyGrace);

    /// <summary>The same browser with another key; the old one holds for the grace.</summary>
    public Visitor WithKey(string key, Instant now) =>
        this with { KeyHash = VisitorKey.Hash(key), KeyIssuedAt = now, PreviousKeyHash = KeyHash };

    /// <summary>Nobody has a key any more: the thread stays, unreachable from any browser.</summary>
    public Visitor LockedOut(Instant now) =>
        this with { KeyHash = VisitorKey.Hash(VisitorKey.Create()), KeyIssuedAt = now, PreviousKeyHash = null };
}
