using iStom.Chat.Domain;
using iStom.Chat.Domain.Clinics;
using iStom.Chat.Domain.Regulation;
using iStom.Chat.Server.Hosting;
using iStom.Chat.Server.Storage;
using iStom.Chat.Server.Storage.Changes;
using NodaTime;

namespace iStom.Chat.Server.Contract;

/// <summary>The tariffs that there are, and which one holds for a customer.</summary>
public sealed class TariffBook(LiveDocuments<TariffTerms> kept)
{
    private static readonly TariffTerms[] FromTheBeginning = [TariffTerms.Standard, TariffTerms.Paid];

    /// <summary>Those that are kept, and those that are there from the beginning unless they were changed.</summary>
    public IReadOnlyList<TariffTerms> All => [.. FromTheBeginning.Where(terms => kept.Find(terms.Id.Value) is null), .. kept.All.OrderBy(terms => terms.Name, StringComparer.CurrentCulture).ThenBy(terms => terms.Id.Value)];

    /// <summary>Null when there is no such tariff.</summary>
    public TariffTerms? Find(TariffId id) => kept.Find(id.Value)?.Value ?? FromTheBeginning.FirstOrDefault(terms => terms.Id == id);

    /// <summary>The tariff of a clinic at an instant; of no known clinic, or of one that has none then, the default.</summary>
    public Tariff Of(Clinic? clinic, Instant now) => WithOffer(clinic, now).Tariff;

    /// <summary>As above, of a customer whose clinic is known by its id.</summary>
    public async Task<Tariff> OfAsync(IStoreSession session, ClinicId? clinic, Instant now, CancellationToken cancellation) =>
        (await WithOfferAsync(session, clinic, now, cancellation)).Tariff;

    /// <summary>As above, with how it offers what it does not serve; empty where nothing was written.</summary>
    public async Task<(Tariff Tariff, LocalizedName Offer)> WithOfferAsync(IStoreSession session, ClinicId? clinic, Instant now, CancellationToken cancellation) =>
        WithOffer(clinic is { } id ? (await session.LoadAsync<Clinic>(id.Value, cancellation))?.Value : null, now);

    private (Tariff Tariff, LocalizedName Offer) WithOffer(Clinic? clinic, Instant now)
    {
        var bought = clinic?.TariffId is { } id ? Find(id) : null;
        var standard = Find(TariffTerms.Standard.Id)!;
        return clinic?.TariffOn(now.InZone(LiveRegulation.Zone).Date, bought) is { } tariff ? (tariff, bought?.Offer ?? new("", "")) : (standard.ToTariff(), standard.Offer);
    }
}
