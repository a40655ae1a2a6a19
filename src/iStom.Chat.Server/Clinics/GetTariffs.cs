using iStom.Chat.Domain;
using iStom.Chat.Domain.Clinics;
using iStom.Chat.Server.Contract;
using iStom.Chat.Server.Hosting.Commands;
using iStom.Chat.Server.Storage;
using iStom.Chat.Server.Storage.Changes;
using MediatR;

namespace iStom.Chat.Server.Clinics;

/// <summary>All tariffs.</summary>
[AllowStaff]
public sealed record GetTariffs(AgentCaller Caller) : AgentCommand<TariffView[]>(Caller);

internal sealed class GetTariffsHandler(TariffBook tariffs, LiveDocuments<TariffTerms> kept) : IRequestHandler<GetTariffs, Decision<TariffView[]>>
{
    public Task<Decision<TariffView[]>> Handle(GetTariffs request, CancellationToken cancellationToken) =>
        Task.FromResult<Decision<TariffView[]>>(tariffs.All.Select(terms => ClinicMapper.ToView(terms, kept.Find(terms.Id.Value)?.Version ?? StreamVersion.None)).ToArray());
}
