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

/// <summary>A clinic is added or changed. Its open waits keep the tariff that they began with.</summary>
/// <param name="Wished">As it is to be; its id says which one.</param>
/// <param name="Version">The one that was read; 0 adds the clinic.</param>
[AllowStaff(AgentRole.Supervisor)]
public sealed record ChangeClinic(AgentCaller Caller, Clinic Wished, long Version) : AgentCommand<ClinicCard>(Caller);

internal sealed class ChangeClinicHandler(IStore store, ClinicReader clinics, TariffBook tariffs, ClinicMapper mapper, IClock clock)
    : IRequestHandler<ChangeClinic, Decision<ClinicCard>>
{
    public async Task<Decision<ClinicCard>> Handle(ChangeClinic request, CancellationToken cancellationToken)
    {
        var session = store.OpenSession();
        var before = await session.LoadAsync<Clinic>(request.Wished.Id.Value, cancellationToken);
        if (before is null && request.Version != StreamVersion.None)
        {
            return ClinicRefusals.NotFound;
        }

        if ((before?.Version ?? StreamVersion.None) != request.Version)
        {
            return ChangeRefusals.ChangedMeanwhile;
        }

        var accepted = ClinicRules.Accept(request.Wished with { Tariff = request.Wished.TariffId is null ? before?.Value.Tariff : null });
        if ((accepted.Refusal ?? await RefusalAsync(accepted.Value, cancellationToken)) is { } refusal)
        {
            return refusal;
        }

        var now = clock.GetCurrentInstant();
        session.Change(new ClinicChanged(before?.Value, accepted.Value, request.Caller.Made(now)), request.Version);
        await session.CommitAsync(cancellationToken);
        return mapper.ToCard(new(accepted.Value, request.Version + 1), now);
    }

    private async Task<Refusal?> RefusalAsync(Clinic clinic, CancellationToken cancellation)
    {
        if (clinic.TariffId is { } tariff && tariffs.Find(tariff) is null)
        {
            return ClinicRefusals.UnknownTariff;
        }

        var others = clinic.Number is { } number ? await clinics.ByNumberAsync([number], cancellation) : [];
        return others.Any(other => other.Value.Id != clinic.Id) ? ClinicRefusals.NumberTaken : null;
    }
}
