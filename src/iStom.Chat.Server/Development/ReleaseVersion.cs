using FluentValidation;
using iStom.Chat.Domain;
using iStom.Chat.Domain.Development;
using iStom.Chat.Server.Hosting.Commands;
using iStom.Chat.Server.Storage;
using iStom.Chat.Server.Storage.Changes;
using MediatR;
using NodaTime;

namespace iStom.Chat.Server.Development;

/// <summary>
/// A version came out: its items are released, and every customer who waits for one of them is told after the commit, once each. Said again
/// under the same id: nothing new.
/// </summary>
[AllowStaff(AgentRole.Supervisor)]
public sealed record ReleaseVersion(AgentCaller Caller, ProgramRelease Wished) : AgentCommand<ReleasedVersion>(Caller);

internal sealed class ReleaseVersionValidator : AbstractValidator<ReleaseVersion>
{
    public ReleaseVersionValidator() => RuleFor(command => command.Wished.Id.Value).NotEmpty().WithErrorCode("id-missing");
}

internal sealed class ReleaseVersionHandler(IStore store, DevelopmentReader items, ItemChanges changes, DevelopmentHooks hooks, IClock clock) : IRequestHandler<ReleaseVersion, Decision<ReleasedVersion>>
{
    public async Task<Decision<ReleasedVersion>> Handle(ReleaseVersion request, CancellationToken cancellationToken)
    {
        var session = store.OpenSession();
        if (await session.LoadAsync<ProgramRelease>(request.Wished.Id.Value, cancellationToken) is { Value: var known })
        {
            return await AnswerAsync(known, cancellationToken);
        }

        var accepted = DevelopmentRules.Accept(request.Wished);
        if (accepted.Refusal is { } malformed)
        {
            return malformed;
        }

        var (release, now) = (accepted.Value, clock.GetCurrentInstant());
        foreach (var id in release.Items)
        {
            var item = await session.LoadAsync<DevelopmentItem>(id.Value, cancellationToken);
            var released = item is null ? DevelopmentRefusals.NotFound : DevelopmentRules.Release(item.Value, release.Version);
            if (released.Refusal is { } refusal)
            {
                return refusal;
            }

            changes.Keep(session, item, released.Value, request.Caller.Made(now));
        }

        session.Change(new ProgramReleased(Before: null, release, request.Caller.Made(now)), StreamVersion.None);
        hooks.LeaveRelease(session, release, now);
        ReleaseTelling.Leave(session, release.Id, now);
        await session.CommitAsync(cancellationToken);
        return await AnswerAsync(release, cancellationToken);
    }

    private async Task<ReleasedVersion> AnswerAsync(ProgramRelease release, CancellationToken cancellation) =>
        new(release.Id, release.Version, await items.CountAsync(release.Items, cancellation));
}
