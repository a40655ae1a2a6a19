using FluentValidation;
using iStom.Chat.Domain;
using iStom.Chat.Domain.Development;
using iStom.Chat.Server.Contract;
using iStom.Chat.Server.Hosting.Commands;
using iStom.Chat.Server.Hosting.Identity;
using iStom.Chat.Server.Hosting.Outbound;
using iStom.Chat.Server.Storage;
using iStom.Chat.Server.Storage.Changes;
using MediatR;
using NodaTime;

namespace iStom.Chat.Server.Development;

/// <summary>Changes who is told of development and which trackers tell of it. Whoever is new gets a secret, which is told this once; a new one is made where it is asked for.</summary>
/// <param name="Wished">As it is to be, the secrets' hints apart.</param>
/// <param name="NewSecrets">Whose secret is made anew: ids of hooks, and of trackers as <see cref="TrackerTally.IdOf"/> makes them.</param>
/// <param name="Version">The one that was read.</param>
[AllowStaff(AgentRole.Administrator)]
public sealed record ChangeDevelopmentLinks(AgentCaller Caller, DevelopmentSettings Wished, IReadOnlyList<Guid> NewSecrets, long Version) : AgentCommand<ChangedDevelopmentLinks>(Caller);

/// <summary>secrets: those that were made; kept sealed, so never told again.</summary>
public sealed record ChangedDevelopmentLinks(DevelopmentSettings Settings, long Version, IReadOnlyList<MadeSecret> Secrets);

/// <summary>of: the address of a program, or a tracker's name.</summary>
public sealed record MadeSecret(string Of, string Secret);

internal sealed class ChangeDevelopmentLinksValidator : AbstractValidator<ChangeDevelopmentLinks>
{
    public ChangeDevelopmentLinksValidator()
    {
        RuleForEach(command => command.Wished.Hooks).Must(hook => hook.Id != Guid.Empty).WithErrorCode("id-missing");
        RuleForEach(command => command.Wished.Trackers).Must(link => Enum.IsDefined(link.Tracker)).WithErrorCode("unknown-tracker");
        RuleForEach(command => command.Wished.Trackers).Must(link => link.States.All(state => Enum.IsDefined(state.State))).WithErrorCode("unknown-state");
    }
}

internal sealed class ChangeDevelopmentLinksHandler(IStore store, SealedSecrets secrets, OutboundGuard guard, IClock clock) : IRequestHandler<ChangeDevelopmentLinks, Decision<ChangedDevelopmentLinks>>
{
    public async Task<Decision<ChangedDevelopmentLinks>> Handle(ChangeDevelopmentLinks request, CancellationToken cancellationToken)
    {
        var session = store.OpenSession();
        var before = await session.LoadAsync<DevelopmentSettings>(DevelopmentSettings.Only, cancellationToken);
        if ((before?.Version ?? StreamVersion.None) != request.Version)
        {
            return ChangeRefusals.ChangedMeanwhile;
        }

        var accepted = DevelopmentSettings.Accept(request.Wished, url => guard.Accept(url) is not null);
        if (accepted.Refusal is { } refusal)
        {
            return refusal;
        }

        var (known, made) = (before?.Value ?? DevelopmentSettings.Default, new List<MadeSecret>());
        var hooks = new List<DevelopmentHook>();
        foreach (var hook in accepted.Value.Hooks)
        {
            hooks.Add(hook with { SecretHint = await HintAsync(hook.Id, hook.Url, known.Hooks.FirstOrDefault(one => one.Id == hook.Id)?.SecretHint) });
        }

        var trackers = new List<TrackerLink>();
        foreach (var link in accepted.Value.Trackers)
        {
            var hint = known.Trackers.FirstOrDefault(one => one.Tracker == link.Tracker)?.SecretHint;
            trackers.Add(link with { SecretHint = link.IsOn || hint is not null ? await HintAsync(TrackerTally.IdOf(link.Tracker), $"{link.Tracker}", hint) : null });
        }

        foreach (var gone in known.Hooks.Where(hook => hooks.All(one => one.Id != hook.Id)))
        {
            SealedSecrets.Forget(session, gone.Id);
        }

        var after = new DevelopmentSettings(hooks, trackers);
        session.Change(new DevelopmentSettingsChanged(before?.Value, after, request.Caller.Made(clock.GetCurrentInstant())), request.Version);
        await session.CommitAsync(cancellationToken);
        return new ChangedDevelopmentLinks(after, request.Version + 1, made);

        async Task<string> HintAsync(Guid id, string of, string? hint)
        {
            if (hint is not null && !request.NewSecrets.Contains(id))
            {
                return hint;
            }

            var secret = SigningSecrets.Create();
            await secrets.KeepAsync(session, id, secret, cancellationToken);
            made.Add(new(of, secret));
            return SigningSecrets.HintOf(secret);
        }
    }
}
