namespace iStom.Chat.Domain.Manual;

/// <summary>Why an article cannot be kept as it was given.</summary>
public static class ManualRefusals
{
    public static readonly Refusal NotFound = new("article-not-found");

    public static readonly Refusal TitleMissing = new("title-missing");

    public static readonly Refusal TooManyTags = new("too-many-article-tags");
}
