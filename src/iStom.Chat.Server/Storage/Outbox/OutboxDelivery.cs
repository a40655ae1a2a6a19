using System.Text.Json;

namespace iStom.Chat.Server.Storage.Outbox;

/// <summary>A message in a handler's hands.</summary>
/// <param name="Id">The message's id: what a receiver recognises a repetition by.</param>
/// <param name="Kind">Names the handler.</param>
/// <param name="Json">What was enqueued.</param>
/// <param name="Try">From 1; counted when it is taken, so that a try which ends the process counts too.</param>
public sealed record OutboxDelivery(Guid Id, string Kind, string Json, int Try)
{
    /// <summary>What was enqueued, as its type.</summary>
    public T Read<T>()
        where T : class =>
        JsonSerializer.Deserialize<T>(Json, StoreJson.Options)!;
}
