using System.Text.Json;
using iStom.Chat.Domain.Development;
using iStom.Chat.Server.Hosting;
using iStom.Chat.Server.Hosting.Outbound;
using iStom.Chat.Server.Storage;
using iStom.Chat.Server.Storage.Changes;
using iStom.Chat.Server.Storage.Outbox;
using Microsoft.Extensions.Options;
using NodaTime;

namespace iStom.Chat.Server.Development;

/// <summary>Tells other programs of items and releases: what is left with a commit is sent after it, signed, and repeated until it comes through or is parked.</summary>
public sealed class DevelopmentHooks(LiveDocuments<DevelopmentSettings> kept, IStore store, SignedWebhook webhook, IOptions<ChatOptions> options) : IOutboxHandler, IIntegration
{
    private const string OutboxKind = "development-hook";
    private static readonly JsonSerializerOptions Json = CreateJson();

    public string Name => "development";

    public bool IsSetUp => Settings.Hooks.Count > 0;

    public IReadOnlyList<string> Kinds => [OutboxKind];

    public string Kind => OutboxKind;

    private DevelopmentSettings Settings => kept.Find(DevelopmentSettings.Only)?.Value ?? DevelopmentSettings.Default;

    /// <summary>An item is added or changed with the session's commit.</summary>
    public void LeaveItem(IStoreSession session, DevelopmentItem item, long version, Instant at) => Leave(session, Settings.Hooks.Where(hook => hook.Items), item.Id.Value, version, isRelease: false, at);

    /// <summary>A version comes out with the session's commit.</summary>
    public void LeaveRelease(IStoreSession session, ProgramRelease release, Instant at) => Leave(session, Settings.Hooks.Where(hook => hook.Releases), release.Id.Value, 1, isRelease: true, at);

    public async Task HandleAsync(OutboxDelivery delivery, CancellationToken cancellation)
    {
        var left = delivery.Read<Left>();
        // Read, not remembered: another node may have added the hook a moment ago.
        var settings = await store.OpenSession().LoadAsync<DevelopmentSettings>(DevelopmentSettings.Only, cancellation);
        if (settings?.Value.Hooks.FirstOrDefault(hook => hook.Id == left.Hook) is { } hook && await BodyAsync(delivery.Id, left, cancellation) is { } body)
        {
            await webhook.SendAsync(Name, new(hook.Url), hook.Id, delivery.Id, JsonSerializer.SerializeToUtf8Bytes(body, Json), cancellation);
        }
    }

    private static void Leave(IStoreSession session, IEnumerable<DevelopmentHook> hooks, Guid about, long version, bool isRelease, Instant at)
    {
        foreach (var hook in hooks)
        {
            session.Enqueue(new(NameBasedId.Of(hook.Id, $"{about} {version}"), OutboxKind, new Left(hook.Id, about, version, isRelease, at), at, Subject: null));
        }
    }

    /// <summary>As it is when it is sent: of two calls, the one with the higher version is newer. Null where it is gone.</summary>
    private async Task<object?> BodyAsync(Guid delivery, Left left, CancellationToken cancellation)
    {
        var session = store.OpenSession();
        if (left.IsRelease)
        {
            return await session.LoadAsync<ProgramRelease>(left.About, cancellation) is { Value: var release }
                ? new { id = delivery, type = "version.released", left.At, release = new { release.Id, release.Version, release.Items } }
                : null;
        }

        return await session.LoadAsync<DevelopmentItem>(left.About, cancellation) is { } item ? new { id = delivery, type = "item.changed", left.At, item = Shown(item) } : null;
    }

    private object Shown(Versioned<DevelopmentItem> stored)
    {
        var item = stored.Value;
        return new
        {
            item.Id, version = stored.Version, item.Title, item.Description, item.Severity, item.State, item.PlannedVersion, item.ReleasedIn, item.Link, item.ExternalKey,
            desk = $"{options.Value.DeskOrigin}/desk#settings/development/{item.Id.Value}",
        };
    }

    private static JsonSerializerOptions CreateJson()
    {
        var json = new JsonSerializerOptions(JsonSerializerDefaults.Web);
        StoreJson.AddConverters(json);
        return json;
    }

    /// <summary>Whom, and about what.</summary>
    private sealed record Left(Guid Hook, Guid About, long Version, bool IsRelease, Instant At);
}
