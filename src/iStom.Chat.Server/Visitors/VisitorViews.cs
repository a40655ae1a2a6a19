using iStom.Chat.Domain;
using iStom.Chat.Domain.Conversations;
using iStom.Chat.Server.Contract;
using iStom.Chat.Server.Storage;
using NodaTime;

namespace iStom.Chat.Server.Visitors;

/// <summary>A block that holds. version: to be shown with a change. until: null: until it is lifted.</summary>
public sealed record BlockView(Guid VisitorId, string? VisitorName, string Reason, string By, Instant At, Instant? Until, long Version)
{
    internal static BlockView Of(Versioned<VisitorBlock> stored) => Of(stored.Value, stored.Version);

    internal static BlockView Of(VisitorBlock block, long version) => new(block.Visitor.Value, block.VisitorName, block.Reason, block.ByName, block.At, block.Until, version);
}

/// <summary>Everything that is known of a visitor.</summary>
/// <param name="Id">Which one.</param>
/// <param name="Name">As the site that vouches for them calls them; null for a browser that nobody vouches for. E-mail and phone as well.</param>
/// <param name="Verified">A site vouches for them.</param>
/// <param name="Clinic">Whose user they are; null where none is known.</param>
/// <param name="Sites">Keys of the sites from which they wrote, the first one first.</param>
/// <param name="FirstWrote">When their thread began; null: they have written nothing yet.</param>
/// <param name="VerifiedAs">The verified user as whom this browser writes now; null: nobody, or they are one.</param>
/// <param name="Block">Null: they may write.</param>
/// <param name="BlockVersion">To be shown with a block: 0 where there never was one.</param>
/// <param name="GivenEmail">Where they may be written to, as they say themselves; null: they have not said.</param>
/// <param name="GivenPhone">Where they may be called back, as above.</param>
/// <param name="ConsentAt">When they agreed to what they were told about their personal data; null: nobody asked them.</param>
public sealed record VisitorCard(
    Guid Id,
    string? Name,
    string? Email,
    string? Phone,
    bool Verified,
    ClinicView? Clinic,
    IReadOnlyList<string> Sites,
    Instant? FirstWrote,
    Person? VerifiedAs,
    BlockView? Block,
    long BlockVersion,
    string? GivenEmail,
    string? GivenPhone,
    Instant? ConsentAt);

/// <summary>Why a visitor cannot be shown or blocked.</summary>
internal static class VisitorRefusals
{
    public static readonly Refusal NotFound = new("visitor-not-found");
}
