using iStom.Chat.Domain.Clinics;
using iStom.Chat.Server.Contract;
using iStom.Chat.Server.Storage;
using NodaTime;

namespace iStom.Chat.Server.Clinics;

/// <summary>Clinics and tariffs as staff see them.</summary>
public sealed class ClinicMapper(TicketMapper tickets)
{
    public ClinicLine ToLine(Clinic clinic, Instant now) => new(tickets.ToView(clinic, now), clinic.Number, clinic.TariffUntil);

    public ClinicCard ToCard(Versioned<Clinic> stored, Instant now)
    {
        var clinic = stored.Value;
        return new(
            stored.Version, tickets.ToView(clinic, now), clinic.Number, clinic.TariffId, clinic.TariffId is null ? clinic.Tariff : null, clinic.TariffFrom, clinic.TariffUntil,
            clinic.Contacts, clinic.Product, clinic.ProductVersion, clinic.TeamViewerId, clinic.Notes);
    }

    public static TariffView ToView(TariffTerms terms, long version) => new(terms.Id, version, terms.Name, terms.Plan, terms.Serves, terms.Offer);
}
