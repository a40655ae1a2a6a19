using NodaTime;

namespace iStom.Chat.Domain.Privacy;

/// <summary>One going over what is kept for too long. It is noted before anything goes, so that one which was cut short is known too.</summary>
/// <param name="Id">Which one.</param>
/// <param name="StartedAt">When it began.</param>
/// <param name="FinishedAt">Null: it is under way, or was cut short; the next one goes on.</param>
/// <param name="Conversations">How many people's conversations were erased.</param>
/// <param name="AuditLines">How many lines of the audit were dropped.</param>
/// <param name="Technical">How much else was dropped.</param>
public sealed record RetentionRun(Guid Id, Instant StartedAt, Instant? FinishedAt, int Conversations, int AuditLines, int Technical) : IKept
{
    Guid IKept.Key => Id;

    string IKept.Title => "";
}
