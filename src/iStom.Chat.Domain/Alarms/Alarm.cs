using iStom.Chat.Domain.Regulation;
using NodaTime;

namespace iStom.Chat.Domain.Alarms;

/// <summary>
/// Somebody has to look at a ticket. Everything that decides when it is told again is stored with it, so that neither a restart nor
/// another node forgets it or tells it twice.
/// </summary>
public sealed record Alarm
{
    public required AlarmId Id { get; init; }

    public required AlarmKind Kind { get; init; }

    public required TicketId Ticket { get; init; }

    /// <summary>The ticket's, as people quote it.</summary>
    public required string Number { get; init; }

    public required SupportLevel Level { get; init; }

    /// <summary>The promise that it is about.</summary>
    public required Instant Due { get; init; }

    public required Instant RaisedAt { get; init; }

    /// <summary>When it was told last.</summary>
    public required Instant ToldAt { get; init; }

    /// <summary>How often it was told.</summary>
    public required int Times { get; init; }

    /// <summary>Who will see to it; null while nobody has said so.</summary>
    public AgentId? AcknowledgedBy { get; init; }

    [PersonalData(DataSubject.Agent)]
    public string? AcknowledgedByName { get; init; }

    /// <summary>When it was acknowledged, or was no longer needed; null while it is on.</summary>
    public Instant? EndedAt { get; init; }

    /// <summary>As it is at an instant; the same when nothing has changed.</summary>
    /// <param name="now">As of when.</param>
    /// <param name="isNeeded">Whether what it is about still holds.</param>
    /// <param name="repeat">After how long it is told again, where that is done.</param>
    public Alarm At(Instant now, bool isNeeded, Duration repeat) => this switch
    {
        { EndedAt: null } when !isNeeded => this with { EndedAt = now },
        { EndedAt: null, Kind: AlarmKind.PaidAtNight } when now - ToldAt >= repeat => this with { ToldAt = now, Times = Times + 1 },
        // It was taken and came back to the queue: nobody has acknowledged it.
        { EndedAt: not null, AcknowledgedBy: null, Kind: AlarmKind.PaidAtNight } when isNeeded => this with { EndedAt = null, ToldAt = now, Times = Times + 1 },
        _ => this,
    };

    /// <summary>Somebody will see to it: it is told no more.</summary>
    public Alarm Acknowledge(AgentId by, string name, Instant now) => this with { AcknowledgedBy = by, AcknowledgedByName = name, EndedAt = now };
}
