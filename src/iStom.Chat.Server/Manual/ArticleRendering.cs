using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace iStom.Chat.Server.Manual;

/// <summary>Markdown as <see cref="ArticleNode"/>s. HTML in it is text; a link that leads nowhere safe is its words; a picture is its description.</summary>
public static class ArticleRendering
{
    /// <summary>What is nested more deeply stands on this level, so that neither writer nor reader runs out of stack.</summary>
    private const int Deepest = 12;

    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().DisableHtml().Build();

    private static readonly string[] Schemes = ["http", "https", "mailto", "tel"];

    public static IReadOnlyList<ArticleNode> Render(string markdown)
    {
        try
        {
            return Blocks(Markdown.Parse(markdown, Pipeline), 0);
        }
        catch (ArgumentException)
        {
            // Nested beyond what the parser follows: nobody's article.
            return [new(ArticleNodeKind.CodeBlock, markdown)];
        }
    }

    private static ArticleNode[] Blocks(IEnumerable<Block> blocks, int depth) => [.. blocks.SelectMany(block => Of(block, depth))];

    private static ArticleNode[] Of(Block block, int depth) => block switch
    {
        HeadingBlock heading => [new(ArticleNodeKind.Heading, Level: heading.Level, Inside: Inlines(heading.Inline, depth))],
        ParagraphBlock paragraph => [new(ArticleNodeKind.Paragraph, Inside: Inlines(paragraph.Inline, depth))],
        ListBlock list => Nested(list.IsOrdered ? ArticleNodeKind.Numbers : ArticleNodeKind.Bullets, Blocks(list, depth + 1), depth),
        ListItemBlock item => Nested(ArticleNodeKind.Item, Blocks(item, depth + 1), depth),
        QuoteBlock quote => Nested(ArticleNodeKind.Quote, Blocks(quote, depth + 1), depth),
        CodeBlock code => [new(ArticleNodeKind.CodeBlock, code.Lines.ToString())],
        ThematicBreakBlock => [new(ArticleNodeKind.Rule)],
        _ => [],
    };

    private static ArticleNode[] Inlines(ContainerInline? inlines, int depth) => [.. (inlines ?? Enumerable.Empty<Inline>()).SelectMany(inline => Of(inline, depth))];

    private static ArticleNode[] Of(Inline inline, int depth) => inline switch
    {
        LiteralInline literal => [Words(literal.Content.ToString())],
        CodeInline code => [new(ArticleNodeKind.Code, code.Content)],
        HtmlEntityInline entity => [Words(entity.Transcoded.ToString())],
        LineBreakInline { IsHard: true } => [new(ArticleNodeKind.Break)],
        LineBreakInline => [Words("\n")],
        AutolinkInline auto => Link(auto.IsEmail ? $"mailto:{auto.Url}" : auto.Url, [Words(auto.Url)]),
        LinkInline { IsImage: false } link => Link(link.Url ?? "", Inlines(link, depth + 1)),
        EmphasisInline emphasis => Nested(emphasis.DelimiterCount > 1 ? ArticleNodeKind.Strong : ArticleNodeKind.Emphasis, Inlines(emphasis, depth + 1), depth),
        ContainerInline container => Inlines(container, depth),
        _ => [],
    };

    private static ArticleNode[] Nested(ArticleNodeKind kind, ArticleNode[] inside, int depth) => depth < Deepest ? [new(kind, Inside: inside)] : inside;

    private static ArticleNode[] Link(string url, ArticleNode[] words) =>
        Uri.TryCreate(url, UriKind.Absolute, out var target) && Schemes.Contains(target.Scheme, StringComparer.Ordinal)
            ? [new(ArticleNodeKind.Link, Href: url, Inside: words)]
            : words;

    private static ArticleNode Words(string text) => new(ArticleNodeKind.Text, text);
}
