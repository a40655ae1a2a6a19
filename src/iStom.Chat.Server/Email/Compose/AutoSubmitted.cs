namespace iStom.Chat.Server.Email.Compose;

/// <summary>Whether a person wrote a mail (RFC 3834, 5): programs do not answer what programs wrote.</summary>
public enum AutoSubmitted
{
    /// <summary>A person did.</summary>
    No,

    /// <summary>A program, of itself.</summary>
    Generated,

    /// <summary>A program, answering a mail: an acknowledgement.</summary>
    Replied,
}
