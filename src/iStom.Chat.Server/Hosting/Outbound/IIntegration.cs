namespace iStom.Chat.Server.Hosting.Outbound;

/// <summary>A program outside with which we work: one row in the list of integrations.</summary>
public interface IIntegration
{
    /// <summary>Lower-case words with hyphens; stored, so it is for ever. The desk has its texts under <c>integration.</c>name.</summary>
    string Name { get; }

    /// <summary>Somebody has entered what it needs to work.</summary>
    bool IsSetUp { get; }

    /// <summary>What the outbox keeps for it: kinds of messages. Empty: it has none.</summary>
    IReadOnlyList<string> Kinds => [];
}
