using iStom.Chat.Domain;
using iStom.Chat.Domain.Sites;
using iStom.Chat.Server.Storage;
using iStom.Chat.Server.Storage.Changes;
using Microsoft.Extensions.Options;

namespace iStom.Chat.Server.Hosting;

/// <summary>The sites on which the lifebuoy may stand: those of the configuration, until staff have changed them, and those that staff have added.</summary>
public sealed class SiteBook(LiveDocuments<Site> kept, IOptions<ChatOptions> options)
{
    private static readonly Guid Space = new("5e5f6b1c-8a52-4f0e-9d58-4f1f6a1f2c35");

    private readonly IReadOnlyList<Versioned<Site>> _configured = [.. options.Value.Sites.Select(site => new Versioned<Site>(new(IdOf(site.Key), site.Key, site.Name, site.Origins), StreamVersion.None))];

    /// <summary>By name. Those that nobody has changed have the version 0.</summary>
    public IReadOnlyList<Versioned<Site>> All =>
    [
        .. _configured.Select(site => site.Value.Id).Concat(kept.All.Select(site => site.Id)).Distinct().Select(id => Find(id)!)
            .OrderBy(site => site.Value.Name, StringComparer.CurrentCulture).ThenBy(site => site.Value.Key, StringComparer.Ordinal),
    ];

    /// <summary>The site that has this key, or would have it.</summary>
    public static SiteId IdOf(string key) => new(NameBasedId.Of(Space, key));

    /// <summary>Null when there is no such site.</summary>
    public Versioned<Site>? Find(SiteId id) => kept.Find(id.Value) ?? Configured(id);

    /// <inheritdoc cref="Find(SiteId)"/>
    public Site? Find(string? key) => key is null ? null : Find(IdOf(key))?.Value;

    /// <summary>The same, to be decided on.</summary>
    public async Task<Versioned<Site>?> LoadAsync(IStoreSession session, SiteId id, CancellationToken cancellation) =>
        await session.LoadAsync<Site>(id.Value, cancellation) ?? Configured(id);

    private Versioned<Site>? Configured(SiteId id) => _configured.FirstOrDefault(site => site.Value.Id == id);
}
