namespace iStom.Chat.Domain.Phone;

/// <summary>How far a call has come, as the telephone exchange tells. It never goes back.</summary>
public enum CallState
{
    Ringing,
    Answered,
    Ended,
}
