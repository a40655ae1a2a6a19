using iStom.Chat.Domain.Clinics;

namespace iStom.Chat.Server.Contract;

/// <summary>By what a clinic is found: a part of its name, number, TeamViewer id, or of a contact's name, address or phone.</summary>
public static class ClinicWords
{
    /// <summary>So many digits are a phone, or a part of one.</summary>
    private const int DigitsOfAPhone = 5;

    /// <summary>Without the codes of country and trunk, which people write or leave out: 8 (495) … is +7 495 ….</summary>
    private const int NationalDigits = 10;

    /// <summary>A line for each, as <see cref="Normal"/> writes it.</summary>
    public static string Of(Clinic clinic)
    {
        string?[] texts = [clinic.Name, clinic.Number, .. clinic.Contacts.SelectMany(contact => new[] { contact.Name, contact.Email })];
        return string.Join('\n', [
            .. texts.OfType<string>().Select(Normal),
            .. clinic.Contacts.SelectMany(contact => contact.Phones).Append(clinic.TeamViewerId ?? "").Select(National).Where(digits => digits.Length > 0),
        ]);
    }

    /// <summary>What is looked for, in the same writing.</summary>
    public static string Sought(string search) =>
        search.Count(char.IsAsciiDigit) >= DigitsOfAPhone && search.All(letter => char.IsAsciiDigit(letter) || " +-().".Contains(letter, StringComparison.Ordinal))
            ? National(search)
            : Normal(search);

    /// <summary>Small letters, and е for ё, as hardly anybody writes it.</summary>
    private static string Normal(string text) => text.Trim().ToLowerInvariant().Replace('ё', 'е');

    private static string National(string phone)
    {
        var digits = string.Concat(phone.Where(char.IsAsciiDigit));
        return digits.Length > NationalDigits ? digits[^NationalDigits..] : digits;
    }
}
