namespace iStom.Chat.Server.Storage.Outbox;

/// <summary>Does the work of one kind of message. It is a singleton and runs for several messages at once.</summary>
public interface IOutboxHandler
{
    /// <summary>Which messages it takes; one handler per kind.</summary>
    string Kind { get; }

    /// <summary>
    /// Does the work. It may be done already: after a crash or a lost connection a message comes again with the same
    /// id. Whatever it throws is a failed try. It ends when <paramref name="cancellation"/> asks for it, which is long
    /// before another node may take the message.
    /// </summary>
    Task HandleAsync(OutboxDelivery delivery, CancellationToken cancellation);
}
