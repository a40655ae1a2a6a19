using FluentValidation;
using iStom.Chat.Domain;
using iStom.Chat.Domain.Sites;
using iStom.Chat.Server.Contract;
using iStom.Chat.Server.Hosting;
using iStom.Chat.Server.Hosting.Commands;
using iStom.Chat.Server.Storage;
using iStom.Chat.Server.Storage.Changes;
using MediatR;
using NodaTime;

namespace iStom.Chat.Server.Sites;

/// <summary>A site is added or changed. Its key stays what it is, and its signing keys are changed by commands of their own.</summary>
/// <param name="Wished">As it is to be; its id says which one.</param>
/// <param name="Version">The one that was read; null adds the site.</param>
[AllowStaff(AgentRole.Administrator)]
public sealed record ChangeSite(AgentCaller Caller, Site Wished, long? Version) : AgentCommand<SiteView>(Caller);

internal sealed class ChangeSiteValidator : AbstractValidator<ChangeSite>
{
    public ChangeSiteValidator() => RuleFor(command => command.Wished.Position).IsInEnum().WithErrorCode("unknown-position");
}

internal sealed class ChangeSiteHandler(IStore store, SiteBook sites, IClock clock) : IRequestHandler<ChangeSite, Decision<SiteView>>
{
    public async Task<Decision<SiteView>> Handle(ChangeSite request, CancellationToken cancellationToken)
    {
        var session = store.OpenSession();
        var before = await sites.LoadAsync(session, request.Wished.Id, cancellationToken);
        if (RefusalOf(before, request.Version) is { } refusal)
        {
            return refusal;
        }

        var accepted = SiteRules.Accept(request.Wished with { Key = before?.Value.Key ?? request.Wished.Key, Keys = before?.Value.Keys ?? [] });
        if (accepted.Refusal is { } malformed)
        {
            return malformed;
        }

        var version = before?.Version ?? StreamVersion.None;
        session.Change(new SiteChanged(before?.Value, accepted.Value, request.Caller.Made(clock.GetCurrentInstant())), version);
        await session.CommitAsync(cancellationToken);
        return SiteView.Of(accepted.Value, version + 1);
    }

    private static Refusal? RefusalOf(Versioned<Site>? before, long? version) => (before, version) switch
    {
        (null, null) => null,
        (_, null) => SiteRefusals.KeyTaken,
        (null, _) => SiteRefusals.NotFound,
        _ => before.Version == version ? null : ChangeRefusals.ChangedMeanwhile,
    };
}
