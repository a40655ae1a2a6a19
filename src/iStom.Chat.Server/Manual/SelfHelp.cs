using iStom.Chat.Domain;
using iStom.Chat.Server.Storage;
using NodaTime;
using NpgsqlTypes;

namespace iStom.Chat.Server.Manual;

/// <summary>An article helped somebody, who then did not have to write (§2). No clock runs on it, and it says nothing of whom.</summary>
/// <param name="Id">Follows from article and visitor: whoever says it again is counted once.</param>
/// <param name="Article">Which one.</param>
/// <param name="At">When it was said first.</param>
public sealed record SelfHelp(Guid Id, ArticleId Article, Instant At)
{
    public static IDocumentMapping Mapping { get; } = new DocumentMapping<SelfHelp>(
        help => help.Id,
        new("article", NpgsqlDbType.Uuid, help => help.Article.Value, nameof(Article), FieldIndex.Plain),
        new("at", NpgsqlDbType.TimestampTz, help => help.At.ToDateTimeUtc(), Index: FieldIndex.Plain));
}
