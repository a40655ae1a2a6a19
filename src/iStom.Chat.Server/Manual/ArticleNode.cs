namespace iStom.Chat.Server.Manual;

/// <summary>
/// A piece of a rendered article. Faces make elements and text nodes of it; nobody has to trust HTML, since there is none.
/// </summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">Of text and code.</param>
/// <param name="Href">Of a link: http, https, mailto or tel.</param>
/// <param name="Level">Of a heading, 1 to 6.</param>
/// <param name="Inside">What it consists of.</param>
public sealed record ArticleNode(ArticleNodeKind Kind, string? Text = null, string? Href = null, int? Level = null, IReadOnlyList<ArticleNode>? Inside = null);

/// <summary>What Markdown has, but for pictures and HTML.</summary>
public enum ArticleNodeKind
{
    Paragraph,
    Heading,
    Bullets,
    Numbers,
    Item,
    Quote,

    /// <summary>Lines as they are.</summary>
    CodeBlock,
    Rule,
    Text,
    Strong,
    Emphasis,
    Code,
    Link,
    Break,
}
