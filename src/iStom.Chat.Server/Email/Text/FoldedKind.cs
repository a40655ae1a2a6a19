namespace iStom.Chat.Server.Email.Text;

/// <summary>What lines of a mail are.</summary>
public enum FoldedKind
{
    /// <summary>What the writer has to say, with quotes that they answer one by one and with what they forward.</summary>
    Content,

    /// <summary>Earlier messages, repeated by the writer's program.</summary>
    History,

    /// <summary>Name, address and where it was sent from.</summary>
    Signature,
}
