using iStom.Chat.Domain.Clinics;
using iStom.Chat.Server.Storage;
using NpgsqlTypes;

namespace iStom.Chat.Server.Contract;

/// <summary>Clinics and tariffs as documents.</summary>
public static class ClinicMapping
{
    public static IDocumentMapping Instance { get; } = new DocumentMapping<Clinic>(
        clinic => clinic.Id.Value,
        new("name", NpgsqlDbType.Varchar, clinic => clinic.Name, nameof(Clinic.Name)),
        new("number", NpgsqlDbType.Varchar, clinic => clinic.Number, nameof(Clinic.Number), FieldIndex.Unique),
        new("words", NpgsqlDbType.Varchar, ClinicWords.Of))
    {
        OwnIndexes = ["istom_clinic_name", "istom_clinic_words"],
    };

    public static IDocumentMapping OfTariffs { get; } = new DocumentMapping<TariffTerms>(terms => terms.Id.Value);
}
