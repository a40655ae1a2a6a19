using iStom.Chat.Domain;
using iStom.Chat.Domain.Manual;
using iStom.Chat.Domain.Regulation;
using iStom.Chat.Server.Storage;

namespace iStom.Chat.Server.Manual.Import;

/// <summary>What a folder of Markdown would do, worked out anew each time: a plan is what was seen if its fingerprint is the same.</summary>
public sealed class ManualImport(IStore store)
{
    /// <summary>Most files of a folder.</summary>
    public const int MostFiles = 500;

    private static readonly Guid Namespace = new("01980000-0000-7000-8000-00000000000b");

    private static readonly Dictionary<string, Language> Languages =
        new(StringComparer.OrdinalIgnoreCase) { ["ru"] = Language.Russian, ["en"] = Language.English };

    /// <summary>An article is known by its file's name and its language.</summary>
    internal async Task<ManualPlan> PlanAsync(IReadOnlyList<ManualFile> files, CancellationToken cancellation)
    {
        if (files.Count is 0 or > MostFiles)
        {
            return new([ManualStep.Wrong("", [new(1, files.Count == 0 ? "file-empty" : "too-many-files")])]);
        }

        var session = store.OpenSession();
        var (steps, known) = (new List<ManualStep>(), new HashSet<Guid>());
        foreach (var file in files.OrderBy(file => file.Name, StringComparer.Ordinal))
        {
            var step = await StepOf(session, file, cancellation);
            steps.Add(step.After is { } article && !known.Add(article.Id.Value) ? ManualStep.Wrong(step.File, [new(1, "file-twice")]) : step);
        }

        return new(steps);
    }

    private static async Task<ManualStep> StepOf(IStoreSession session, ManualFile file, CancellationToken cancellation)
    {
        var (name, read) = (file.Name ?? "", FrontMatter.Read(file.File ?? []));
        if (ErrorsIn(read) is { Count: > 0 } errors)
        {
            return ManualStep.Wrong(name, errors);
        }

        var language = Languages[read.Fields.GetValueOrDefault("language", "ru")];
        var id = NameBasedId.Of(Namespace, $"{language} {Path.GetFileNameWithoutExtension(name).ToLowerInvariant()}");
        var before = await session.LoadAsync<Article>(id, cancellation);
        var accepted = ManualRules.Accept(ArticleIn(read, new(id), language, before?.Value.State ?? ArticleState.Draft));
        return accepted.Refusal is { } refusal
            ? ManualStep.Wrong(name, [new(read.LineOf(FieldOf(refusal, read)), refusal.Code)])
            : new(name, before?.Value, accepted.Value, before?.Version ?? StreamVersion.None, []);
    }

    private static List<ManualError> ErrorsIn(FrontMatter read)
    {
        var errors = read.Errors.ToList();
        if (read.Fields.TryGetValue("language", out var language) && !Languages.ContainsKey(language))
        {
            errors.Add(new(read.LineOf("language"), "unknown-language"));
        }

        if (read.Fields.TryGetValue("state", out var state) && !TryState(state, out _))
        {
            errors.Add(new(read.LineOf("state"), "unknown-state"));
        }

        return errors;
    }

    private static Article ArticleIn(FrontMatter read, ArticleId id, Language language, ArticleState state)
    {
        var tags = read.Fields.GetValueOrDefault("tags", "").Trim('[', ']').Split(',');
        return new(
            id, language, read.Fields.GetValueOrDefault("title", ""), read.Body, tags, read.Fields.GetValueOrDefault("product"), read.Fields.GetValueOrDefault("module"),
            TryState(read.Fields.GetValueOrDefault("state"), out var given) ? given : state);
    }

    private static bool TryState(string? text, out ArticleState state) =>
        Enum.TryParse(text, ignoreCase: true, out state) && Enum.IsDefined(state) && text?.All(char.IsAsciiLetter) == true;

    /// <summary>Which field a refusal is about.</summary>
    private static string FieldOf(Refusal refusal, FrontMatter read) =>
        refusal.Code switch
        {
            "title-missing" => "title",
            "too-many-article-tags" => "tags",
            "text-empty" => "body",
            _ => read.Fields.FirstOrDefault(field => ManualRules.LineRefusal(field.Value) is not null).Key ?? "body",
        };
}
