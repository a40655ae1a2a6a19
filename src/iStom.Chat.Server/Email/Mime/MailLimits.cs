namespace iStom.Chat.Server.Email.Mime;

/// <summary>How much of one message is read. Whatever is over a bound is told in <see cref="MailMessage.Problems"/>.</summary>
public static class MailLimits
{
    /// <summary>Bytes of a message; servers that send to us mostly stop at 25 MB.</summary>
    public const int MessageBytes = 25 * 1024 * 1024;

    /// <summary>Bytes of all header fields of one part.</summary>
    public const int HeaderBytes = 256 * 1024;

    /// <summary>Bytes of one header field.</summary>
    public const int FieldBytes = 64 * 1024;

    /// <summary>Header fields of one part.</summary>
    public const int Fields = 1000;

    /// <summary>Parts inside parts and messages inside messages.</summary>
    public const int Depth = 16;

    /// <summary>Parts of a message, with those of the messages inside it.</summary>
    public const int Parts = 500;

    /// <summary>Characters of <see cref="MailMessage.Text"/>.</summary>
    public const int TextCharacters = 1_000_000;

    /// <summary>Addresses of one header field.</summary>
    public const int Addresses = 500;

    /// <summary>Message-IDs of one header field: the first and the last ones.</summary>
    public const int MessageIds = 100;

    /// <summary>Characters of a subject, of a file name and of other single values (RFC 5322 §2.1.1).</summary>
    public const int ValueCharacters = 998;

    /// <summary>Parameters of a structured field.</summary>
    public const int Parameters = 100;

    /// <summary>Recipients of a delivery report.</summary>
    public const int Recipients = 100;
}
