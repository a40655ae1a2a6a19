using iStom.Chat.Domain;
using iStom.Chat.Domain.Integrations;
using iStom.Chat.Server.Hosting.Commands;
using MediatR;
using NodaTime;

namespace iStom.Chat.Server.Integrations;

/// <summary>All keys of the API, those that were taken back too, newest first.</summary>
[AllowStaff(AgentRole.Administrator)]
public sealed record GetApiKeys(AgentCaller Caller) : AgentCommand<ApiKeyView[]>(Caller);

/// <summary>A key, without what it shows. usedAt: to the minute; null: never.</summary>
public sealed record ApiKeyView(Guid Id, string Name, IReadOnlyList<string> Scopes, string Hint, Instant? UsedAt, Instant? RevokedAt);

internal sealed class GetApiKeysHandler(ApiKeyReader keys) : IRequestHandler<GetApiKeys, Decision<ApiKeyView[]>>
{
    public async Task<Decision<ApiKeyView[]>> Handle(GetApiKeys request, CancellationToken cancellationToken) => await keys.ReadAsync(cancellationToken);
}
