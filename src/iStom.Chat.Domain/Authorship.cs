using NodaTime;

namespace iStom.Chat.Domain;

/// <summary>Who made a change, from where, and when.</summary>
/// <param name="By">Who.</param>
/// <param name="From">The network address; null at the terminal and for what the product does by itself.</param>
/// <param name="At">When.</param>
public sealed record Authorship(Actor By, [property: PersonalData(DataSubject.Agent)] string? From, Instant At)
{
    /// <summary>Whoever runs the server's program, or the product itself.</summary>
    public static Authorship OfDesk(Instant at) => new(Actor.Desk, From: null, at);
}
