using NodaTime;

namespace iStom.Chat.Server.Storage.Outbox;

/// <summary>A message that has failed for good, until a person lets it begin anew.</summary>
/// <param name="Reason">What the last try threw; for operators, since it may quote what the message holds.</param>
public sealed record ParkedMessage(Guid Id, string Kind, int Tries, Instant At, string Reason);
