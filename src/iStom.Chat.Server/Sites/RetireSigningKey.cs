using iStom.Chat.Domain;
using iStom.Chat.Domain.Sites;
using iStom.Chat.Server.Hosting;
using iStom.Chat.Server.Hosting.Commands;
using iStom.Chat.Server.Hosting.Identity;
using iStom.Chat.Server.Storage;
using iStom.Chat.Server.Storage.Changes;
using MediatR;
using NodaTime;

namespace iStom.Chat.Server.Sites;

/// <summary>A site's key is believed no more, and its secret is gone. Again: nothing new.</summary>
[AllowStaff(AgentRole.Administrator)]
public sealed record RetireSigningKey(AgentCaller Caller, SiteId Site, SigningKeyId Key) : AgentCommand<SiteView>(Caller);

internal sealed class RetireSigningKeyHandler(IStore store, SiteBook sites, IClock clock) : IRequestHandler<RetireSigningKey, Decision<SiteView>>
{
    public async Task<Decision<SiteView>> Handle(RetireSigningKey request, CancellationToken cancellationToken)
    {
        var session = store.OpenSession();
        if (await sites.LoadAsync(session, request.Site, cancellationToken) is not { } site)
        {
            return SiteRefusals.NotFound;
        }

        var now = clock.GetCurrentInstant();
        var after = site.Value.Without(request.Key, now);
        if (after.Refusal is { } refusal)
        {
            return refusal;
        }

        if (site.Value.ActiveKeys.All(key => key.Id != request.Key))
        {
            return SiteView.Of(site.Value, site.Version);
        }

        session.Change(new SiteChanged(site.Value, after.Value, request.Caller.Made(now)), site.Version);
        session.Delete<SigningSecret>(request.Key.Value, StreamVersion.Any);
        await session.CommitAsync(cancellationToken);
        return SiteView.Of(after.Value, site.Version + 1);
    }
}
