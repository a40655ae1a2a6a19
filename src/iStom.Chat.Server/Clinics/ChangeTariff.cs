using FluentValidation;
using iStom.Chat.Domain;
using iStom.Chat.Domain.Clinics;
using iStom.Chat.Server.Contract;
using iStom.Chat.Server.Hosting.Commands;
using iStom.Chat.Server.Hosting.Identity;
using iStom.Chat.Server.Storage;
using iStom.Chat.Server.Storage.Changes;
using MediatR;
using NodaTime;

namespace iStom.Chat.Server.Clinics;

/// <summary>A tariff is added or changed. Open waits keep what they began with.</summary>
/// <param name="Wished">As it is to be; its id says which one.</param>
/// <param name="Version">The one that was read; 0 for one that is not kept yet.</param>
[AllowStaff(AgentRole.Supervisor)]
public sealed record ChangeTariff(AgentCaller Caller, TariffTerms Wished, long Version) : AgentCommand<TariffView>(Caller);

internal sealed class ChangeTariffValidator : AbstractValidator<ChangeTariff>
{
    public ChangeTariffValidator()
    {
        RuleFor(command => command.Wished.Plan).IsInEnum().WithErrorCode("unknown-plan");
        RuleForEach(command => command.Wished.Serves).IsInEnum().WithErrorCode("unknown-kind");
    }
}

internal sealed class ChangeTariffHandler(IStore store, IClock clock) : IRequestHandler<ChangeTariff, Decision<TariffView>>
{
    public async Task<Decision<TariffView>> Handle(ChangeTariff request, CancellationToken cancellationToken)
    {
        var session = store.OpenSession();
        var before = await session.LoadAsync<TariffTerms>(request.Wished.Id.Value, cancellationToken);
        if ((before?.Version ?? StreamVersion.None) != request.Version)
        {
            return ChangeRefusals.ChangedMeanwhile;
        }

        if (ClinicRules.Accept(request.Wished) is var accepted && accepted.Refusal is { } refusal)
        {
            return refusal;
        }

        session.Change(new TariffTermsChanged(before?.Value, accepted.Value, request.Caller.Made(clock.GetCurrentInstant())), request.Version);
        await session.CommitAsync(cancellationToken);
        return ClinicMapper.ToView(accepted.Value, request.Version + 1);
    }
}
