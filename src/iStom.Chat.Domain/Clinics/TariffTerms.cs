using iStom.Chat.Domain.Regulation;

namespace iStom.Chat.Domain.Clinics;

/// <summary>A tariff that clinics buy (§2.1, §2.2 "according to the tariff"). A wait keeps what it was when the wait began.</summary>
/// <param name="Id">Which tariff.</param>
/// <param name="Name">As the contract calls it.</param>
/// <param name="Plan">Decides the level (§2.3.1).</param>
/// <param name="Serves">The kinds that it covers.</param>
/// <param name="Offer">How what it does not cover is politely offered; empty where nothing was written.</param>
public sealed record TariffTerms(TariffId Id, string Name, SupportPlan Plan, IReadOnlyList<RequestKind> Serves, LocalizedName Offer) : IKept
{
    /// <summary>
    /// The tariff of whoever has bought none: visitors of no known clinic, and clinics whose tariff has run out. It is
    /// there until something else is kept under its id.
    /// </summary>
    public static TariffTerms Standard { get; } = Of("01980000-0000-7000-8000-000000000001", Tariff.Standard);

    /// <summary>Everything but what no tariff covers (§2.1.2). As the standard one, there from the beginning.</summary>
    public static TariffTerms Paid { get; } = Of("01980000-0000-7000-8000-000000000002", Tariff.Paid);

    Guid IKept.Key => Id.Value;

    string IKept.Title => Name;

    /// <summary>What a wait remembers of it.</summary>
    public Tariff ToTariff() => new(Name, Plan, Serves);

    private static TariffTerms Of(string id, Tariff tariff) => new(new(new(id)), tariff.Name, tariff.Plan, tariff.Serves, new("", ""));
}
