using iStom.Chat.Domain;
using iStom.Chat.Domain.Clinics;
using iStom.Chat.Domain.Regulation;
using iStom.Chat.Server.Storage;

namespace iStom.Chat.Server.Conversations;

/// <summary>Which tariff a customer is on.</summary>
internal static class Tariffs
{
    /// <summary>A visitor of no known clinic is on the default tariff.</summary>
    public static async Task<Tariff> TariffAsync(this IStoreSession session, ClinicId? clinic, CancellationToken cancellation) =>
        clinic is { } id && await session.LoadAsync<Clinic>(id.Value, cancellation) is { } known ? known.Value.Tariff : Tariff.Standard;
}
