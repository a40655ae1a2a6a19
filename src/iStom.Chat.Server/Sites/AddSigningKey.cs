using FluentValidation;
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

/// <summary>A site gets a key with which it vouches for its users: a secret is made and shown this once, a public key is given.</summary>
/// <param name="PublicKey">As PEM; of no use for HS256.</param>
[AllowStaff(AgentRole.Administrator)]
public sealed record AddSigningKey(AgentCaller Caller, SiteId Site, SigningAlgorithm Algorithm, string? PublicKey) : AgentCommand<AddedSigningKey>(Caller);

/// <summary>secret: what the site signs with; kept sealed, so never told again. Null for a public key.</summary>
public sealed record AddedSigningKey(SiteView Site, string? Secret);

internal sealed class AddSigningKeyValidator : AbstractValidator<AddSigningKey>
{
    public AddSigningKeyValidator() => RuleFor(command => command.Algorithm).IsInEnum().WithErrorCode("unknown-algorithm");
}

internal sealed class AddSigningKeyHandler(IStore store, SiteBook sites, SigningSecrets secrets, IClock clock) : IRequestHandler<AddSigningKey, Decision<AddedSigningKey>>
{
    public async Task<Decision<AddedSigningKey>> Handle(AddSigningKey request, CancellationToken cancellationToken)
    {
        var secret = request.Algorithm == SigningAlgorithm.HS256 ? SigningSecrets.Create() : null;
        var given = secret is null ? PublicKeys.Accept(request.Algorithm, request.PublicKey) : ("", secret);
        if (given.Refusal is { } unusable)
        {
            return unusable;
        }

        var session = store.OpenSession();
        if (await sites.LoadAsync(session, request.Site, cancellationToken) is not { } site)
        {
            return SiteRefusals.NotFound;
        }

        var now = clock.GetCurrentInstant();
        var key = new SigningKey(new(Guid.CreateVersion7()), request.Algorithm, secret is null ? given.Value.Pem : null, SigningSecrets.HintOf(given.Value.Hash), now, RetiredAt: null);
        var after = site.Value.With(key);
        if (after.Refusal is { } refusal)
        {
            return refusal;
        }

        session.Change(new SiteChanged(site.Value, after.Value, request.Caller.Made(now)), site.Version);
        if (secret is not null)
        {
            session.Store(secrets.Seal(key.Id, secret), StreamVersion.None, 1);
        }

        await session.CommitAsync(cancellationToken);
        return new AddedSigningKey(SiteView.Of(after.Value, site.Version + 1), secret);
    }
}
