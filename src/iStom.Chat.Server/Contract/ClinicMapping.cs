using iStom.Chat.Domain.Clinics;
using iStom.Chat.Server.Storage;

namespace iStom.Chat.Server.Contract;

/// <summary>The clinic as a document.</summary>
public static class ClinicMapping
{
    public static IDocumentMapping Instance { get; } = new DocumentMapping<Clinic>(clinic => clinic.Id.Value);
}
