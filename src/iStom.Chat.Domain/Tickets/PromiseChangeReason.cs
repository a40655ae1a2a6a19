namespace iStom.Chat.Domain.Tickets;

/// <summary>Why an open promise was replaced.</summary>
public enum PromiseChangeReason
{
    LevelRaised,
    LevelFell,
    CalendarEdited,
}
