using iStom.Chat.Domain.Privacy;
using iStom.Chat.Server.Storage;

namespace iStom.Chat.Server.Privacy;

/// <summary>How retention times and their runs are stored.</summary>
public static class RetentionMapping
{
    public static IDocumentMapping OfSettings { get; } = new DocumentMapping<RetentionSettings>(settings => settings.Id);

    public static IDocumentMapping OfRuns { get; } = new DocumentMapping<RetentionRun>(run => run.Id);
}
