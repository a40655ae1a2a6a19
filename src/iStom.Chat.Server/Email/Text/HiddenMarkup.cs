using AngleSharp.Html.Parser.Tokens;

namespace iStom.Chat.Server.Email.Text;

/// <summary>Follows elements that nobody sees: from the outermost hidden one to its end, elements of its name counted.</summary>
internal sealed class HiddenMarkup(bool showsHidden)
{
    private static readonly HashSet<string> Unseen = new(StringComparer.Ordinal)
    {
        "script", "style", "head", "title", "template", "iframe", "noembed", "noframes", "object", "select", "svg", "math", "audio", "video", "canvas",
    };

    private static readonly HashSet<string> Empty = new(StringComparer.Ordinal)
    {
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr",
    };

    private string? _element;
    private int _depth;

    public bool IsHidden => _element is not null;

    /// <summary>True when the element, or what it is in, is not seen. A body is seen, whatever before it was not closed.</summary>
    public bool Opens(HtmlTagToken tag)
    {
        _element = tag.Name == "body" && _element == "head" ? null : _element;
        if (_element is not null)
        {
            _depth += tag.Name == _element ? 1 : 0;
            return true;
        }

        if (tag.Name == "img" || !IsUnseen(tag))
        {
            return tag.Name == "img" && IsUnseen(tag);
        }

        (_element, _depth) = Empty.Contains(tag.Name) || tag.IsSelfClosing && tag.Name is "svg" ? (null, 0) : (tag.Name, 1);
        return true;
    }

    /// <summary>True when the end belongs to something that is not seen.</summary>
    public bool Closes(HtmlTagToken tag)
    {
        if (_element is null)
        {
            return false;
        }

        _depth -= tag.Name == _element ? 1 : 0;
        _element = _depth == 0 ? null : _element;
        return true;
    }

    private bool IsUnseen(HtmlTagToken tag)
    {
        if (Unseen.Contains(tag.Name))
        {
            return true;
        }

        var style = new string([.. tag.GetAttribute("style").Where(letter => !char.IsWhiteSpace(letter))]).ToLowerInvariant();
        return !showsHidden && (style.Length > 0 && Hides(style) || tag.Attributes.Any(attribute => attribute.Name == "hidden"));
    }

    private static bool Hides(string style) => style.Split(';').Any(declaration =>
        declaration is "display:none" or "display:none!important" or "visibility:hidden" or "mso-hide:all" or "font-size:0" or "font-size:0px" or "font-size:0pt" or "max-height:0" or "max-height:0px" or "opacity:0");
}
