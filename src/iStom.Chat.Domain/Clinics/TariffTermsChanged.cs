namespace iStom.Chat.Domain.Clinics;

/// <summary>A tariff was added or changed.</summary>
public sealed record TariffTermsChanged(TariffTerms? Before, TariffTerms? After, Authorship Made) : IChangeOf<TariffTerms>;
