using iStom.Chat.Domain.Regulation;

namespace iStom.Chat.Domain.Manual;

/// <summary>An article of the manual, which customers read before they write (§2).</summary>
/// <param name="Id">Which article; of one that was imported it follows from its file's name and language.</param>
/// <param name="Language">In which it is written.</param>
/// <param name="Title">As lists show it.</param>
/// <param name="Body">Markdown (CommonMark), without HTML.</param>
/// <param name="Tags">By what else it is found.</param>
/// <param name="Product">What it is about, as <c>iStom Cloud</c>; null: all.</param>
/// <param name="Module">A part of the product; null: all of it.</param>
/// <param name="State">Whether customers may read it.</param>
public sealed record Article(
    ArticleId Id, Language Language, string Title, string Body, IReadOnlyList<string> Tags, string? Product, string? Module, ArticleState State) : IKept
{
    Guid IKept.Key => Id.Value;

    string IKept.Title => Title;
}
