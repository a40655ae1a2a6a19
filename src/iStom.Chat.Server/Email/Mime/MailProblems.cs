namespace iStom.Chat.Server.Email.Mime;

/// <summary>Codes for what could not be read as it was meant. Stable; shown in words by whoever shows them.</summary>
public static class MailProblems
{
    /// <summary>Longer than <see cref="MailLimits.MessageBytes"/>: what follows is not read.</summary>
    public const string MessageTooLarge = "message-too-large";

    /// <summary>A header or a field of it is over its bound: the rest of it is not read.</summary>
    public const string HeaderTooLarge = "header-too-large";

    /// <summary>Nested deeper than <see cref="MailLimits.Depth"/>: the innermost is a file.</summary>
    public const string TooDeep = "too-deep";

    /// <summary>More than <see cref="MailLimits.Parts"/> parts: those after are not read.</summary>
    public const string TooManyParts = "too-many-parts";

    /// <summary>The text is cut at <see cref="MailLimits.TextCharacters"/>.</summary>
    public const string TextCut = "text-cut";

    /// <summary>The HTML is too large or too entangled to be built up: its tags are left out and its words kept.</summary>
    public const string HtmlTooComplex = "html-too-complex";

    /// <summary>A charset that nobody knows: guessed.</summary>
    public const string CharsetUnknown = "charset-unknown";

    /// <summary>The bytes are not of the charset that they are said to be of: read in the one they are of.</summary>
    public const string CharsetWrong = "charset-wrong";

    /// <summary>A multipart whose boundary is missing or never comes: guessed, or read as text.</summary>
    public const string BoundaryMissing = "boundary-missing";

    /// <summary>An address list or a list of message ids is over its bound: the rest is not read.</summary>
    public const string ListTooLong = "list-too-long";

    /// <summary>The date is there and cannot be read.</summary>
    public const string DateUnreadable = "date-unreadable";

    /// <summary>The text is encrypted; it is a file.</summary>
    public const string Encrypted = "encrypted";
}
