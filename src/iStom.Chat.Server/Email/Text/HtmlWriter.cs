using AngleSharp.Html.Parser;
using AngleSharp.Html.Parser.Tokens;

namespace iStom.Chat.Server.Email.Text;

/// <summary>Writes tokens of HTML as lines.</summary>
internal sealed class HtmlWriter(bool showsHidden)
{
    /// <summary>Lists and quotes inside each other that are told apart.</summary>
    private const int Deepest = 10;

    private static readonly HashSet<string> Blocks = new(StringComparer.Ordinal)
    {
        "address", "article", "aside", "body", "caption", "center", "dd", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "header", "html", "legend",
        "main", "nav", "section", "table", "tbody", "tfoot", "thead", "tr",
    };

    private static readonly HashSet<string> Spaced = new(StringComparer.Ordinal) { "h1", "h2", "h3", "h4", "h5", "h6", "p", "pre" };

    private readonly TextLines _lines = new();
    private readonly HiddenMarkup _hidden = new(showsHidden);
    private readonly Stack<int> _lists = new();
    private readonly LinkText _link = new();
    private int _preformatted;

    public void Write(HtmlToken token)
    {
        switch (token)
        {
            case HtmlTagToken { Type: HtmlTokenType.StartTag } tag when !_hidden.Opens(tag):
                Open(tag);
                break;
            case HtmlTagToken { Type: HtmlTokenType.EndTag } tag when !_hidden.Closes(tag):
                Close(tag.Name);
                break;
            case { Type: HtmlTokenType.Character } when !_hidden.IsHidden:
                _lines.Write(token.Data, _preformatted > 0);
                break;
        }
    }

    public override string ToString()
    {
        EndLink();
        return _lines.ToString();
    }

    private void Open(HtmlTagToken tag)
    {
        Around(tag.Name, isCompact: tag.GetAttribute("class").StartsWith("Mso", StringComparison.Ordinal));
        switch (tag.Name)
        {
            case "br":
                _lines.Break();
                break;
            case "hr":
                _lines.Write("---", isExact: false);
                _lines.StartLine();
                break;
            case "a":
                EndLink();
                _link.Start(tag.GetAttribute("href"), _lines.Length);
                break;
            case "img":
                _lines.Write(Picture(tag.GetAttribute("alt")), isExact: false);
                break;
            case "li":
                Item();
                break;
            case "ul" or "ol" when _lists.Count < Deepest:
                _lists.Push(tag.Name == "ol" ? 1 : 0);
                break;
            case "blockquote":
                _lines.Quotes = Math.Min(_lines.Quotes + 1, Deepest);
                break;
            case "td" or "th":
                _lines.NextCell();
                break;
            case "pre":
                _preformatted++;
                break;
        }
    }

    private void Close(string name)
    {
        switch (name)
        {
            case "a":
                EndLink();
                break;
            case "ul" or "ol":
                _lists.TryPop(out _);
                break;
            case "blockquote":
                _lines.StartLine();
                _lines.Quotes = Math.Max(_lines.Quotes - 1, 0);
                break;
            case "pre":
                _preformatted = Math.Max(_preformatted - 1, 0);
                break;
        }

        Around(name, isCompact: false);
    }

    /// <summary>Before and after a block a line begins; around a paragraph one is empty, except Word's, which have no margin.</summary>
    private void Around(string name, bool isCompact)
    {
        if (Spaced.Contains(name) && !isCompact && !_lines.IsCompact)
        {
            _lines.StartParagraph();
        }
        else if (Spaced.Contains(name) || Blocks.Contains(name) || name is "ul" or "ol" or "li" or "blockquote" or "hr")
        {
            _lines.StartLine();
        }

        _lines.IsCompact = Spaced.Contains(name) ? isCompact : _lines.IsCompact;
    }

    private void Item()
    {
        var number = _lists.TryPop(out var next) ? next : 0;
        _lines.Write(new string(' ', 2 * _lists.Count) + (number > 0 ? $"{number}. " : "- "), isExact: true);
        _lists.Push(number > 0 ? number + 1 : 0);
    }

    private void EndLink()
    {
        if (_link.End(_lines) is { } address)
        {
            _lines.Write($" ({address})", isExact: false);
        }
    }

    /// <summary>What stands for it; an emoji is a picture with itself as its text.</summary>
    private static string Picture(string alternative) => OneLine.Of(alternative, 200) switch
    {
        "" => "",
        { Length: <= 8 } sign when !sign.Any(char.IsLetterOrDigit) => sign,
        var words => $"[{words}]",
    };
}
