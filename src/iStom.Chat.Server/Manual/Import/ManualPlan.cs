using iStom.Chat.Domain;
using iStom.Chat.Domain.Manual;
using iStom.Chat.Server.Contract;
using iStom.Chat.Server.Storage;
using iStom.Chat.Server.Storage.Changes;

namespace iStom.Chat.Server.Manual.Import;

/// <summary>What one file would do. before: the article as it is, null when it is new; after: null where the file is wrong.</summary>
internal sealed record ManualStep(string File, Article? Before, Article? After, long Version, IReadOnlyList<ManualError> Errors)
{
    public static ManualStep Wrong(string file, IReadOnlyList<ManualError> errors) => new(file, Before: null, After: null, StreamVersion.None, errors);

    public ManualPreviewFile ToPreview()
    {
        var fields = Before is null ? [] : ImportMath.FieldsOf(Before, After);
        var outcome = After is null ? ImportOutcome.Error : Before is null ? ImportOutcome.Added : fields is [] ? ImportOutcome.Unchanged : ImportOutcome.Changed;
        return new(File, After?.Title, After?.Language, outcome, fields, Errors);
    }
}

/// <summary>What a folder would do, file by file.</summary>
internal sealed record ManualPlan(IReadOnlyList<ManualStep> Steps)
{
    public ManualPreview ToPreview()
    {
        ManualPreviewFile[] files = [.. Steps.Select(step => step.ToPreview())];
        int Count(ImportOutcome outcome) => files.Count(file => file.Outcome == outcome);
        return new(
            ImportMath.FingerprintOf(Steps), Count(ImportOutcome.Added), Count(ImportOutcome.Changed), Count(ImportOutcome.Unchanged), Count(ImportOutcome.Error), files);
    }

    /// <summary>All of it, in the transaction of the session.</summary>
    public void Apply(IStoreSession session, Authorship made)
    {
        foreach (var step in Steps.Where(step => step.ToPreview().Outcome is ImportOutcome.Added or ImportOutcome.Changed))
        {
            session.Change(new ArticleChanged(step.Before, step.After, made), step.Version);
        }
    }
}
