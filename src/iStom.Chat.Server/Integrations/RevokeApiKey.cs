using iStom.Chat.Domain;
using iStom.Chat.Domain.Integrations;
using iStom.Chat.Server.Hosting.Commands;
using iStom.Chat.Server.Storage;
using iStom.Chat.Server.Storage.Changes;
using MediatR;
using NodaTime;

namespace iStom.Chat.Server.Integrations;

/// <summary>An administrator takes a key back: it opens nothing from here on. Again: nothing new.</summary>
[AllowStaff(AgentRole.Administrator)]
public sealed record RevokeApiKey(AgentCaller Caller, ApiKeyId Key) : AgentCommand<ApiKeyId>(Caller);

internal sealed class RevokeApiKeyHandler(IStore store, IClock clock) : IRequestHandler<RevokeApiKey, Decision<ApiKeyId>>
{
    private static readonly Refusal NotFound = new("api-key-not-found");

    public async Task<Decision<ApiKeyId>> Handle(RevokeApiKey request, CancellationToken cancellationToken)
    {
        var session = store.OpenSession();
        if (await session.LoadAsync<ApiKey>(request.Key.Value, cancellationToken) is not { } key)
        {
            return NotFound;
        }

        if (key.Value.RevokedAt is null)
        {
            var now = clock.GetCurrentInstant();
            session.Change(new ApiKeyChanged(key.Value, key.Value with { RevokedAt = now }, request.Caller.Made(now)), key.Version);
            await session.CommitAsync(cancellationToken);
        }

        return request.Key;
    }
}
