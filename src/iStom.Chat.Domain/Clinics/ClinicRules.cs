using iStom.Chat.Domain.Conversations;
using iStom.Chat.Domain.Regulation;

namespace iStom.Chat.Domain.Clinics;

/// <summary>What a clinic and a tariff must be, whoever gives them: a person, a file, the billing system.</summary>
public static class ClinicRules
{
    /// <summary>Longest name, number or other single line, in UTF-16 code units.</summary>
    public const int LongestLine = 200;

    /// <summary>Most contacts of a clinic, and most phones of a contact.</summary>
    public const int MostContacts = 50;

    /// <summary>
    /// The clinic as it is kept: outer white space gone, what is empty null. Refuses <c>name-missing</c>,
    /// <c>text-too-long</c>, <c>text-malformed</c>, <c>too-many-contacts</c>, <c>dates-reversed</c>.
    /// </summary>
    public static Decision<Clinic> Accept(Clinic wished)
    {
        if (wished.Contacts.Count > MostContacts || wished.Contacts.Any(contact => contact.Phones.Count > MostContacts))
        {
            return ClinicRefusals.TooManyContacts;
        }

        if (wished.TariffUntil < wished.TariffFrom)
        {
            return ClinicRefusals.DatesReversed;
        }

        var clinic = wished with
        {
            Name = wished.Name.Trim(),
            Number = Trimmed(wished.Number),
            Contacts = [.. wished.Contacts.Select(Trimmed).Where(contact => contact.Name.Length > 0 || contact.Phones.Count > 0 || contact.Email is not null)],
            Product = Trimmed(wished.Product),
            ProductVersion = Trimmed(wished.ProductVersion),
            TeamViewerId = Trimmed(wished.TeamViewerId),
            Notes = Trimmed(wished.Notes?.ReplaceLineEndings("\n")),
        };
        return RefusalOf(clinic.Name, LinesOf(clinic)) is { } refusal ? refusal
            : clinic.Notes is { } notes && MessageText.Accept(notes).Refusal is { } tooMuch ? tooMuch
            : clinic;
    }

    /// <summary>As <see cref="Accept(Clinic)"/>. What no tariff covers (§2.1.2) is never among the kinds.</summary>
    public static Decision<TariffTerms> Accept(TariffTerms wished)
    {
        var terms = wished with
        {
            Name = wished.Name.Trim(),
            Serves = [.. wished.Serves.Where(kind => kind != RequestKind.OutOfScope).Distinct().Order()],
            Offer = new(wished.Offer.Russian.Trim(), wished.Offer.English.Trim()),
        };
        string[] offers = [.. new[] { terms.Offer.Russian, terms.Offer.English }.Where(offer => offer.Length > 0)];
        var inOffers = offers.Select(offer => MessageText.Accept(offer).Refusal).FirstOrDefault(refusal => refusal is not null);
        return (RefusalOf(terms.Name, [terms.Name]) ?? inOffers) is { } refusal ? refusal : terms;
    }

    private static Contact Trimmed(Contact contact) => new(
        contact.Name.Trim(), Trimmed(contact.Role), [.. contact.Phones.Select(Trimmed).OfType<string>()], Trimmed(contact.Email));

    private static string? Trimmed(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private static IEnumerable<string?> LinesOf(Clinic clinic) =>
    [
        clinic.Name, clinic.Number, clinic.Product, clinic.ProductVersion, clinic.TeamViewerId,
        .. clinic.Contacts.SelectMany(contact => new[] { contact.Name, contact.Role, contact.Email }.Concat(contact.Phones)),
    ];

    private static Refusal? RefusalOf(string name, IEnumerable<string?> lines) => name.Length == 0
        ? ClinicRefusals.NameMissing
        : lines.Where(line => line is { Length: > 0 }).Select(line => RefusalOf(line!)).FirstOrDefault(refusal => refusal is not null);

    private static Refusal? RefusalOf(string line) => line.Length > LongestLine
        ? ConversationRefusals.TextTooLong
        : line.Any(char.IsControl) ? ConversationRefusals.TextMalformed : MessageText.Accept(line).Refusal;
}
