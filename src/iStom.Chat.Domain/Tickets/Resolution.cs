namespace iStom.Chat.Domain.Tickets;

/// <summary>How a ticket came to its end.</summary>
public enum Resolution
{
    ByAgent,

    /// <summary>The visitor said that it helped.</summary>
    ByVisitor,

    /// <summary>The visitor no longer asks for it.</summary>
    Withdrawn,

    /// <summary>§2, last paragraph: the manual answered it.</summary>
    SelfHelp,
}
