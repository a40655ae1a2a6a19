using iStom.Chat.Domain.Development;
using iStom.Chat.Server.Storage;
using NpgsqlTypes;

namespace iStom.Chat.Server.Development;

/// <summary>How items and releases are stored.</summary>
public static class DevelopmentMapping
{
    public static IDocumentMapping OfItems { get; } = new DocumentMapping<DevelopmentItem>(
        item => item.Id.Value,
        new DuplicatedField<DevelopmentItem>("external_key", NpgsqlDbType.Varchar, item => KeyOf(item.ExternalKey), Index: FieldIndex.Unique));

    public static IDocumentMapping OfReleases { get; } = new DocumentMapping<ProgramRelease>(release => release.Id.Value);

    public static IDocumentMapping OfSettings { get; } = new DocumentMapping<DevelopmentSettings>(settings => settings.Id);

    /// <summary>As keys are compared: <c>istom-42</c> is <c>ISTOM-42</c>.</summary>
    public static string? KeyOf(string? externalKey) => externalKey?.Trim().ToUpperInvariant();
}
