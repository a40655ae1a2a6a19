using iStom.Chat.Domain;
using iStom.Chat.Domain.Clinics;
using iStom.Chat.Domain.Integrations;
using iStom.Chat.Server.Contract;
using iStom.Chat.Server.Hosting.Commands;
using iStom.Chat.Server.Storage;
using iStom.Chat.Server.Storage.Changes;
using MediatR;
using NodaTime;

namespace iStom.Chat.Server.Clinics;

/// <summary>
/// The billing system says what it knows of a clinic, under the number that it has there; a number that is not known adds the
/// clinic. Said again: nothing new. What staff alone know (contacts, TeamViewer id, notes) stays.
/// </summary>
/// <param name="Number">In the billing system.</param>
/// <param name="Name">As the contract calls it.</param>
/// <param name="Tariff">The name of a tariff; null: none is bought.</param>
/// <param name="From">The first day on which it holds.</param>
/// <param name="Until">The last one.</param>
/// <param name="Product">Null: as it is.</param>
/// <param name="ProductVersion">Null: as it is.</param>
/// <param name="Phones">The clinic's own numbers, which are nobody's in particular; null: as they are.</param>
[AllowApi(ApiScopes.ClinicsWrite)]
public sealed record PutClinic(
    ApiCaller Caller, string Number, string Name, string? Tariff, LocalDate? From, LocalDate? Until, string? Product, string? ProductVersion, IReadOnlyList<string>? Phones = null) : ICommand, IRequest<Decision<PutClinicReply>>
{
    Caller ICommand.By => Caller;
}

/// <summary>version: grows with each change of the clinic, by whomever.</summary>
public sealed record PutClinicReply(Guid Id, string Number, long Version);

internal sealed class PutClinicHandler(IStore store, ClinicReader clinics, TariffBook tariffs, IClock clock) : IRequestHandler<PutClinic, Decision<PutClinicReply>>
{
    public async Task<Decision<PutClinicReply>> Handle(PutClinic request, CancellationToken cancellationToken)
    {
        var number = request.Number.Trim();
        var terms = tariffs.All.FirstOrDefault(terms => string.Equals(terms.Name, request.Tariff?.Trim(), StringComparison.OrdinalIgnoreCase));
        if (terms is null && request.Tariff is not null)
        {
            return ClinicRefusals.UnknownTariff;
        }

        var before = (await clinics.ByNumberAsync([number], cancellationToken)).SingleOrDefault();
        var accepted = ClinicRules.Accept(Wished(request, before?.Value ?? new(new(Guid.CreateVersion7()), "") { Number = number }, terms?.Id));
        return accepted.Refusal is { } refusal ? refusal : await KeepAsync(request.Caller, before, accepted.Value, cancellationToken);
    }

    private static Clinic Wished(PutClinic request, Clinic clinic, TariffId? tariff) => clinic with
    {
        Name = request.Name,
        Tariff = null,
        TariffId = tariff,
        TariffFrom = request.From,
        TariffUntil = request.Until,
        Product = request.Product ?? clinic.Product,
        ProductVersion = request.ProductVersion ?? clinic.ProductVersion,
        Contacts = request.Phones is { } phones ? clinic.WithPhones(phones) : clinic.Contacts,
    };

    private async Task<PutClinicReply> KeepAsync(ApiCaller caller, Versioned<Clinic>? before, Clinic after, CancellationToken cancellation)
    {
        var version = before?.Version ?? StreamVersion.None;
        if (before is not null && before.Value with { Contacts = after.Contacts } == after && before.Value.HasPhonesOf(after))
        {
            return new(after.Id.Value, after.Number!, version);
        }

        var session = store.OpenSession();
        session.Change(new ClinicChanged(before?.Value, after, caller.Made(clock.GetCurrentInstant())), version);
        await session.CommitAsync(cancellation);
        return new(after.Id.Value, after.Number!, version + 1);
    }
}
