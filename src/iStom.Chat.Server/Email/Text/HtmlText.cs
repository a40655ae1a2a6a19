using AngleSharp.Html;
using AngleSharp.Html.Parser;
using AngleSharp.Html.Parser.Tokens;
using AngleSharp.Text;

namespace iStom.Chat.Server.Email.Text;

/// <summary>
/// HTML of a mail as plain text: paragraphs, list items and table rows become lines, links <c>text (address)</c>, quotes
/// lines with "&gt;"; what is hidden, styles and scripts are left out. Read token by token and never built up as a tree,
/// so that no nesting costs more than its length.
/// </summary>
/// <param name="Text">Lines end with LF.</param>
/// <param name="IsWhole">False when the HTML is longer than what is read of it.</param>
public sealed record HtmlText(string Text, bool IsWhole)
{
    /// <summary>Characters of HTML that are read; pictures that are written into it (data:) count.</summary>
    private const int Longest = 4_000_000;

    public static HtmlText Of(string html)
    {
        var isWhole = html.Length <= Longest;
        var read = isWhole ? html : OneLine.Start(html, Longest);
        var visible = Written(read, showsHidden: false);
        return new(visible.Length > 0 ? visible : Written(read, showsHidden: true), isWhole);
    }

    private static string Written(string html, bool showsHidden)
    {
        var writer = new HtmlWriter(showsHidden);
        using var source = new TextSource(html);
        var tokenizer = new HtmlTokenizer(source, HtmlEntityProvider.Resolver);
        for (var token = tokenizer.Get(); token.Type != HtmlTokenType.EndOfFile; token = tokenizer.Get())
        {
            tokenizer.State = token is HtmlTagToken { Type: HtmlTokenType.StartTag } tag ? ModeAfter(tag.Name) : tokenizer.State;
            writer.Write(token);
        }

        return writer.ToString();
    }

    /// <summary>What follows such a tag is no markup (HTML §13.2.6.4).</summary>
    private static HtmlParseMode ModeAfter(string tag) => tag switch
    {
        "script" => HtmlParseMode.Script,
        "style" or "xmp" or "iframe" or "noembed" or "noframes" => HtmlParseMode.Rawtext,
        "title" or "textarea" => HtmlParseMode.RCData,
        _ => HtmlParseMode.PCData,
    };
}
