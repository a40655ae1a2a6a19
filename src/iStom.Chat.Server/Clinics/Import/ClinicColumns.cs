using iStom.Chat.Domain;
using iStom.Chat.Domain.Clinics;
using iStom.Chat.Server.Contract;
using NodaTime;
using NodaTime.Text;

namespace iStom.Chat.Server.Clinics.Import;

/// <summary>The columns of a list of clinics, each under a Russian or an English name; what a column is not there for stays as it is.</summary>
internal sealed class ClinicColumns(TariffBook tariffs)
{
    private const string Name = "name";

    private static readonly Dictionary<string, string> English = new(StringComparer.Ordinal)
    {
        ["номер"] = "number", ["название"] = Name, ["тариф"] = "tariff", ["с"] = "from", ["по"] = "until", ["контакт"] = "contact", ["телефон"] = "phone",
        ["почта"] = "email", ["продукт"] = "product", ["версия"] = "version", ["teamviewer"] = "teamviewer", ["примечание"] = "notes",
    };

    private static readonly LocalDatePattern[] Dates = [LocalDatePattern.Iso, LocalDatePattern.CreateWithInvariantCulture("dd'.'MM'.'uuuu")];

    /// <summary>Whether a header's name is one of ours.</summary>
    public static bool IsKnown(string column) => English.ContainsKey(column) || English.ContainsValue(column);

    /// <summary>The number of the clinic that a row is about; empty where it has none.</summary>
    public static string NumberIn(ClinicRow row) => Field(row, "number") ?? "";

    /// <summary>The clinic with what the row says. Refuses <c>unknown-tariff</c>, <c>date-malformed</c>, and what no clinic may be.</summary>
    public Decision<Clinic> Apply(ClinicRow row, Clinic clinic)
    {
        if (Field(row, "tariff") is { Length: > 0 } tariff)
        {
            if (tariffs.All.FirstOrDefault(terms => string.Equals(terms.Name, tariff, StringComparison.OrdinalIgnoreCase)) is not { } terms)
            {
                return ClinicRefusals.UnknownTariff;
            }

            clinic = clinic with { Tariff = null, TariffId = terms.Id };
        }

        if (!TryDate(row, "from", clinic.TariffFrom, out var from) || !TryDate(row, "until", clinic.TariffUntil, out var until))
        {
            return new Refusal("date-malformed");
        }

        return ClinicRules.Accept(clinic with
        {
            Name = Field(row, Name) ?? clinic.Name,
            Number = NumberIn(row),
            TariffFrom = from,
            TariffUntil = until,
            Contacts = ContactsOf(row, clinic.Contacts),
            Product = Field(row, "product") ?? clinic.Product,
            ProductVersion = Field(row, "version") ?? clinic.ProductVersion,
            TeamViewerId = Field(row, "teamviewer") ?? clinic.TeamViewerId,
            Notes = Field(row, "notes") ?? clinic.Notes,
        });
    }

    /// <summary>The row's contact is added, or becomes what the row says where one has that name; nobody is taken away.</summary>
    private static IReadOnlyList<Contact> ContactsOf(ClinicRow row, IReadOnlyList<Contact> contacts)
    {
        var (name, phones, email) = (Field(row, "contact") ?? "", Field(row, "phone") ?? "", Field(row, "email") ?? "");
        if (name.Length + phones.Length + email.Length == 0)
        {
            return contacts;
        }

        var before = contacts.FirstOrDefault(contact => contact.Name == name);
        string[] listed = [.. phones.Split([',', ';', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];
        var contact = new Contact(name, before?.Role, phones.Length == 0 ? before?.Phones ?? [] : listed, email.Length == 0 ? before?.Email : email);
        return before is null ? [.. contacts, contact] : [.. contacts.Select(other => other == before ? contact : other)];
    }

    private static bool TryDate(ClinicRow row, string column, LocalDate? before, out LocalDate? date)
    {
        date = before;
        if (Field(row, column) is not { } text)
        {
            return true;
        }

        date = Dates.Select(pattern => pattern.Parse(text)).FirstOrDefault(parsed => parsed.Success)?.Value;
        return text.Length == 0 || date is not null;
    }

    /// <summary>Null when there is no such column.</summary>
    private static string? Field(ClinicRow row, string column) =>
        row.Fields.FirstOrDefault(field => field.Key == column || English.GetValueOrDefault(field.Key) == column).Value;
}
