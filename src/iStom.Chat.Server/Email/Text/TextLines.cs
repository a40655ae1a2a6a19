using System.Text;

namespace iStom.Chat.Server.Email.Text;

/// <summary>Text that is written as lines: blanks run together, empty lines do not pile up, quoted lines begin with "&gt;".</summary>
internal sealed class TextLines
{
    private readonly StringBuilder _text = new();
    private bool _blank;
    private bool _cell;

    /// <summary>Depth of quotes of the lines to come.</summary>
    public int Quotes { get; set; }

    /// <summary>The paragraph that is being written has no margin.</summary>
    public bool IsCompact { get; set; }

    public int Length => _text.Length;

    private bool IsAtLineStart => _text.Length == 0 || _text[^1] == '\n';

    public string From(int place) => _text.ToString(Math.Min(place, _text.Length), Math.Max(0, _text.Length - place));

    /// <param name="text">What is to be written.</param>
    /// <param name="isExact">Blanks and line ends stay.</param>
    public void Write(string text, bool isExact)
    {
        foreach (var letter in text)
        {
            if (isExact && letter == '\n')
            {
                Break();
            }
            else if (!isExact && letter is ' ' or '\n' or '\t' or '\r' or '\f')
            {
                _blank = true;
            }
            else
            {
                Append(letter == '\u00A0' ? ' ' : letter);
            }
        }
    }

    public void Break()
    {
        if (_text.Length > 0 && !EndsWith("\n\n\n"))
        {
            End();
        }
    }

    public void StartLine()
    {
        _cell = false;
        if (!IsAtLineStart)
        {
            End();
        }
    }

    public void StartParagraph()
    {
        StartLine();
        if (_text.Length > 0 && !EndsWith("\n\n"))
        {
            _text.Append('\n');
        }
    }

    /// <summary>Cells of a row stand on one line, with a tab between those that have something in them.</summary>
    public void NextCell() => _cell = !IsAtLineStart;

    public override string ToString() => _text.ToString().Trim('\n', ' ');

    private void Append(char letter)
    {
        if (IsAtLineStart)
        {
            _text.Insert(_text.Length, "> ", Quotes);
        }
        else if (_cell)
        {
            TrimEnd();
            _text.Append('\t');
        }
        else if (_blank)
        {
            _text.Append(' ');
        }

        (_blank, _cell) = (false, false);
        _text.Append(letter);
    }

    private void End()
    {
        TrimEnd();
        _text.Append(IsAtLineStart && Quotes > 0 ? new string('>', Quotes) : "").Append('\n');
        _blank = false;
    }

    private void TrimEnd()
    {
        while (_text.Length > 0 && _text[^1] is ' ' or '\t')
        {
            _text.Length--;
        }
    }

    private bool EndsWith(string end) => _text.Length >= end.Length && _text.ToString(_text.Length - end.Length, end.Length) == end;
}
