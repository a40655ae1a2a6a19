namespace iStom.Chat.Server.Tests.Email.Corpus;

/// <summary>All messages of the corpus. They are made, the same ones each time.</summary>
internal static class CorpusMessages
{
    public static IReadOnlyList<CorpusMessage> All { get; } =
        [.. CharsetMessages.All(), .. HeaderMessages.All(), .. FileMessages.All(), .. StructureMessages.All(), .. ClientMessages.All(), .. BrokenMessages.All(), .. ReportMessages.All()];
}
