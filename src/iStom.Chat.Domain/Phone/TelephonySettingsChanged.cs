namespace iStom.Chat.Domain.Phone;

/// <summary>What is known of the telephone exchange was changed.</summary>
public sealed record TelephonySettingsChanged(TelephonySettings? Before, TelephonySettings? After, Authorship Made) : IChangeOf<TelephonySettings>;
