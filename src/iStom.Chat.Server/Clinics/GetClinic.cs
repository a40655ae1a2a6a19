using iStom.Chat.Domain;
using iStom.Chat.Domain.Clinics;
using iStom.Chat.Server.Hosting.Commands;
using iStom.Chat.Server.Storage;
using MediatR;
using NodaTime;

namespace iStom.Chat.Server.Clinics;

/// <summary>All of a clinic, contacts too. Refuses <c>clinic-not-found</c>.</summary>
[AllowStaff]
public sealed record GetClinic(AgentCaller Caller, ClinicId Clinic) : AgentCommand<ClinicCard>(Caller);

internal sealed class GetClinicHandler(IStore store, ClinicMapper mapper, IClock clock) : IRequestHandler<GetClinic, Decision<ClinicCard>>
{
    public async Task<Decision<ClinicCard>> Handle(GetClinic request, CancellationToken cancellationToken) =>
        await store.OpenSession().LoadAsync<Clinic>(request.Clinic.Value, cancellationToken) is { } clinic
            ? mapper.ToCard(clinic, clock.GetCurrentInstant())
            : ClinicRefusals.NotFound;
}
