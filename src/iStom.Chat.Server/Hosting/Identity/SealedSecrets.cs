using iStom.Chat.Domain;
using iStom.Chat.Server.Storage;

namespace iStom.Chat.Server.Hosting.Identity;

/// <summary>The secrets that we share with other programs, sealed, each under the id of what it is for.</summary>
public sealed class SealedSecrets(IStore store, SigningSecrets secrets)
{
    /// <summary>Null where there is none, or it was sealed by a server whose keys are lost.</summary>
    public async Task<string?> FindAsync(Guid id, CancellationToken cancellation) =>
        await store.OpenSession().LoadAsync<SigningSecret>(id, cancellation) is { } kept ? secrets.TryOpen(kept.Value) : null;

    /// <summary>Keeps a secret with the session's commit, instead of the one that there was.</summary>
    public async Task KeepAsync(IStoreSession session, Guid id, string secret, CancellationToken cancellation)
    {
        var version = (await session.LoadAsync<SigningSecret>(id, cancellation))?.Version ?? StreamVersion.None;
        session.Store(secrets.Seal(new(id), secret), version, version + 1);
    }

    /// <summary>It is gone with the session's commit.</summary>
    public static void Forget(IStoreSession session, Guid id) => session.Delete<SigningSecret>(id, StreamVersion.Any);
}
