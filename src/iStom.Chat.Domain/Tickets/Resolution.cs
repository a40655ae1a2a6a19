namespace iStom.Chat.Domain.Tickets;

/// <summary>How a ticket came to its end.</summary>
public enum Resolution
{
    ByAgent,

    /// <summary>The visitor said that it helped, or withdrew the request.</summary>
    ByVisitor,

    /// <summary>§2, last paragraph: the manual answered it.</summary>
    SelfHelp,
}
