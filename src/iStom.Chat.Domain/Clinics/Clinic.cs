using iStom.Chat.Domain.Regulation;
using NodaTime;

namespace iStom.Chat.Domain.Clinics;

/// <summary>The customer organisation.</summary>
/// <param name="Id">Which clinic.</param>
/// <param name="Name">As the contract calls it.</param>
/// <param name="Tariff">Terms of its own, from before tariffs were kept; null for a clinic that has bought one of those.</param>
public sealed record Clinic(ClinicId Id, string Name, Tariff? Tariff = null) : IKept
{
    /// <summary>The bought tariff. Decides level and scope of new waits; a change touches no open one.</summary>
    public TariffId? TariffId { get; init; }

    /// <summary>The first day, Moscow time, on which it holds; null: it always has.</summary>
    public LocalDate? TariffFrom { get; init; }

    /// <summary>The last such day; null: until further notice.</summary>
    public LocalDate? TariffUntil { get; init; }

    /// <summary>Its number in the billing system, by which that names it; unique. Null for a clinic that it does not know.</summary>
    public string? Number { get; init; }

    /// <summary>
    /// People, so the whole list goes when they are erased. Whoever is to stay is entered again: what is erased by halves
    /// would be told apart by what is left.
    /// </summary>
    [PersonalData]
    public IReadOnlyList<Contact> Contacts { get; init; } = [];

    /// <summary>What was bought, as <c>iStom Cloud</c>.</summary>
    public string? Product { get; init; }

    public string? ProductVersion { get; init; }

    /// <summary>§4.1: the id of their computer; never a password.</summary>
    public string? TeamViewerId { get; init; }

    /// <summary>For colleagues.</summary>
    [PersonalData]
    public string? Notes { get; init; }

    Guid IKept.Key => Id.Value;

    string IKept.Title => Name;

    /// <summary>With these numbers as its own, which are nobody's in particular: they stand with a contact without a name.</summary>
    public IReadOnlyList<Contact> WithPhones(IReadOnlyList<string> phones) =>
        [.. Contacts.Where(contact => contact.Name.Length > 0), new("", Role: null, phones, Contacts.FirstOrDefault(contact => contact.Name.Length == 0)?.Email)];

    /// <summary>Whether its own numbers are the same.</summary>
    public bool HasPhonesOf(Clinic other) => OwnPhones.SequenceEqual(other.OwnPhones, StringComparer.Ordinal);

    private IEnumerable<string> OwnPhones => Contacts.Where(contact => contact.Name.Length == 0).SelectMany(contact => contact.Phones);

    /// <summary>The tariff by which support works for it on a day; null: it has none then, and the default holds.</summary>
    /// <param name="day">Moscow time.</param>
    /// <param name="terms">The tariff that <see cref="TariffId"/> names.</param>
    public Tariff? TariffOn(LocalDate day, TariffTerms? terms) =>
        day < TariffFrom || day > TariffUntil ? null : terms?.ToTariff() ?? Tariff;
}
