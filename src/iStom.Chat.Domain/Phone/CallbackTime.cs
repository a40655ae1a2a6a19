namespace iStom.Chat.Domain.Phone;

/// <summary>When a visitor would like to be called, Moscow time within working hours; a wish, and no promise.</summary>
public enum CallbackTime
{
    AnyTime,

    /// <summary>10:00–13:00.</summary>
    Morning,

    /// <summary>13:00–16:00.</summary>
    Afternoon,

    /// <summary>16:00–19:00.</summary>
    Evening,
}
