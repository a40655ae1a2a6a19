using iStom.Chat.Domain.Clinics;
using iStom.Chat.Server.Storage.Search;

namespace iStom.Chat.Server.Contract;

/// <summary>By what a clinic is found: a part of its name, number, TeamViewer id, or of a contact's name, address or phone.</summary>
public static class ClinicWords
{
    /// <summary>A line for each, as <see cref="SearchWords.Normal"/> writes it.</summary>
    public static string Of(Clinic clinic)
    {
        string?[] texts = [clinic.Name, clinic.Number, .. clinic.Contacts.SelectMany(contact => new[] { contact.Name, contact.Email })];
        return string.Join('\n', [
            .. texts.OfType<string>().Select(SearchWords.Normal),
            .. clinic.Contacts.SelectMany(contact => contact.Phones).Append(clinic.TeamViewerId ?? "").Select(PhoneDigits.National).Where(digits => digits.Length > 0),
        ]);
    }

    /// <summary>What is looked for, in the same writing.</summary>
    public static string Sought(string search) => PhoneDigits.Is(search) ? PhoneDigits.National(search) : SearchWords.Normal(search);
}
