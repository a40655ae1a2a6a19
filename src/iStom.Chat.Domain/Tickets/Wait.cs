using iStom.Chat.Domain.Regulation;
using NodaTime;

namespace iStom.Chat.Domain.Tickets;

/// <summary>From a customer's unanswered message until the reaction; carries one promise.</summary>
/// <param name="Start">When the first unanswered message was accepted.</param>
/// <param name="Tariff">As it was at the start: a change of tariff affects new waits only.</param>
/// <param name="Promise">The promise in force.</param>
/// <param name="Missed">An earlier promise of this wait had already been missed when it was replaced; that stays.</param>
public sealed record Wait(Instant Start, Tariff Tariff, Promise Promise, bool Missed)
{
    /// <summary>Whether a reaction at this instant keeps the promise.</summary>
    public bool InTimeAt(Instant reaction) => !Missed && reaction <= Promise.Due;
}
