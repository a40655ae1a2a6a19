using iStom.Chat.Server.Storage;
using NodaTime;

namespace iStom.Chat.Server.Hosting.Outbound;

/// <summary>How an integration does: its last success and its last failure.</summary>
/// <param name="Id">Follows from the name.</param>
/// <param name="WorkedAt">Null: never yet.</param>
/// <param name="FailedAt">Null: never yet, or not since it worked.</param>
/// <param name="Reason">Why it failed: a stable word, which the desk puts into a sentence.</param>
public sealed record IntegrationHealth(Guid Id, Instant? WorkedAt = null, Instant? FailedAt = null, string? Reason = null)
{
    /// <summary>Ids of integrations follow from it and their names.</summary>
    private static readonly Guid Root = new("0b1a2f0e-6c0d-5f0b-9f5e-3f2f2b7f4d51");

    public static IDocumentMapping Mapping { get; } = new DocumentMapping<IntegrationHealth>(health => health.Id);

    /// <summary>The id of whatever is kept about an integration.</summary>
    public static Guid IdOf(string integration) => NameBasedId.Of(Root, integration);
}
