using NodaTime;

namespace iStom.Chat.Domain.People;

/// <summary>How somebody can prove who they are. Counts and dates; never a secret.</summary>
/// <param name="PasswordSetAt">When the password was last set; null where it is not known.</param>
/// <param name="Totp">Whether a code of an authenticator app is asked for too (RFC 6238).</param>
/// <param name="Passkeys">How many passkeys there are.</param>
/// <param name="RecoveryCodes">How many unused recovery codes there are.</param>
public sealed record SignInMeans(Instant? PasswordSetAt, bool Totp, int Passkeys, int RecoveryCodes);
