using iStom.Chat.Server.Email.Text;

namespace iStom.Chat.Server.Tests.Email.Text;

/// <summary>HTML is read as a person would read it aloud.</summary>
public sealed class HtmlTextTests
{
    [Theory]
    [InlineData("<p>One</p><p>Two<br>three</p>", "One\n\nTwo\nthree")]
    [InlineData("<div>One</div><div>Two</div>", "One\nTwo")]
    [InlineData("<div>One</div><div><br></div><div>Two</div>", "One\n\nTwo")]
    [InlineData("<p class=MsoNormal>One<o:p></o:p></p>\n<p class=MsoNormal>Two</p>", "One\nTwo")]
    [InlineData("  a \n  b&nbsp;&nbsp;c  ", "a b  c")]
    [InlineData("<ul><li>one<li>two<ol><li>deep</ol></ul>", "- one\n- two\n  1. deep")]
    [InlineData("<ol><li>one</li><li>two</li></ol>", "1. one\n2. two")]
    [InlineData("<table><tr><th>Чек</th><th>Сумма</th></tr><tr><td>1</td><td>100</td></tr></table>", "Чек\tСумма\n1\t100")]
    [InlineData("<table><tr><td></td><td>Alone</td><td> </td></tr></table>", "Alone")]
    [InlineData("<a href=\"https://example.org/a\">here</a>", "here (https://example.org/a)")]
    [InlineData("<a href=\"https://example.org/\">example.org</a> <a href=\"mailto:a@example.org\">a@example.org</a>", "example.org a@example.org")]
    [InlineData("<a href=\"javascript:alert(1)\">x</a><a href=\"data:text/html,y\">y</a>", "xy")]
    [InlineData("<style>p{}</style><script>alert('<p>x</p>')</script><title>T</title>Seen<!-- not -->", "Seen")]
    [InlineData("Seen<div style=\"Display: None\">hidden<div>too</div></div><span style='font-size:0'>x</span><span hidden>y</span> again", "Seen again")]
    [InlineData("<div style=\"display:none\">all is hidden</div>", "all is hidden")]
    [InlineData("<p style='font-size:0.9em'>small</p>", "small")]
    [InlineData("own<blockquote>quoted<br>more<blockquote>deep</blockquote></blockquote>after", "own\n> quoted\n> more\n> > deep\nafter")]
    [InlineData("<pre>a  b\n  c</pre>d", "a  b\n  c\n\nd")]
    [InlineData("<img alt=\"👍\"><img alt=\"Схема зала\"><img src=x>", "👍[Схема зала]")]
    [InlineData("&lt;b&gt; &amp;amp; &#1055; &copy", "<b> &amp; П ©")]
    [InlineData("<b>un<i>closed<p>text", "unclosed\n\ntext")]
    [InlineData("<head><title>x</title><body>Seen", "Seen")]
    public void Html_becomes_text(string html, string text) => HtmlText.Of(html).ShouldBe(new(text, true));
}
