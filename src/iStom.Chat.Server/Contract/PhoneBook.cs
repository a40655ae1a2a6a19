using iStom.Chat.Domain.Clinics;
using iStom.Chat.Domain.Phone;
using iStom.Chat.Server.Hosting.Identity;
using iStom.Chat.Server.Storage;
using iStom.Chat.Server.Storage.Changes;
using Npgsql;

namespace iStom.Chat.Server.Contract;

/// <summary>Whose number it is. A number proves nothing: it may be withheld, shared, or another's.</summary>
public sealed class PhoneBook(LiveDocuments<TelephonySettings> kept, NpgsqlDataSource database)
{
    private const int Most = 50;
    private const int NationalDigits = 10;

    /// <summary>With their version.</summary>
    public Versioned<TelephonySettings> Settings => kept.Find(TelephonySettings.Only) ?? new(TelephonySettings.Default, StreamVersion.None);

    /// <summary>Null for what is no number that can be called.</summary>
    public PhoneNumber? Find(string? text) => PhoneNumber.Find(text, Settings.Value.CityCode);

    /// <summary>Clinics and visitors that have the number, whatever they have written it like; the extension tells apart where both have one.</summary>
    public async Task<NumberOwners> OwnersAsync(PhoneNumber number, CancellationToken cancellation)
    {
        // What was written without the city's code is found by the rest.
        var digits = number.National[^Math.Min(number.National.Length, NationalDigits - (Settings.Value.CityCode?.Length ?? 0))..];
        var clinics = await LikeAsync<Clinic>(digits, cancellation);
        var visitors = await LikeAsync<Visitor>(digits, cancellation);
        return new(
            [.. clinics.Where(clinic => clinic.Contacts.Any(contact => contact.Phones.Any(Is))).OrderBy(clinic => clinic.Name, StringComparer.OrdinalIgnoreCase)],
            [.. visitors.Where(visitor => Is(visitor.Phone) || Is(visitor.GivenPhone))],
            clinics.SelectMany(clinic => clinic.Contacts).FirstOrDefault(contact => contact.Name.Length > 0 && contact.Phones.Any(Is))?.Name
                ?? visitors.FirstOrDefault(visitor => visitor.Name is not null && (Is(visitor.Phone) || Is(visitor.GivenPhone)))?.Name);

        bool Is(string? text) => Find(text) is { } known && known.E164 == number.E164 && (known.Extension is null || number.Extension is null || known.Extension == number.Extension);
    }

    private async Task<IReadOnlyList<T>> LikeAsync<T>(string digits, CancellationToken cancellation)
        where T : class =>
        [.. (await database.ReadDocumentsAsync<T>($"select data, mt_version from {DocumentMapping<T>.Table} where words like $1 order by id limit $2", [Sql.Of(SearchWords.Around(digits)), Sql.Of(Most)], cancellation)).Select(found => found.Value)];
}

/// <param name="Clinics">By name.</param>
/// <param name="Visitors">By whomever the number was given.</param>
/// <param name="Name">Of a person who has it; null where nobody is named.</param>
public sealed record NumberOwners(IReadOnlyList<Clinic> Clinics, IReadOnlyList<Visitor> Visitors, string? Name)
{
    public static NumberOwners None { get; } = new([], [], Name: null);
}
