using iStom.Chat.Domain;
using iStom.Chat.Domain.Phone;
using iStom.Chat.Server.Contract;
using iStom.Chat.Server.Hosting;
using iStom.Chat.Server.Hosting.Identity;
using iStom.Chat.Server.Hosting.Outbound;
using NodaTime;

namespace iStom.Chat.Server.Calls;

/// <summary>The telephone exchange: known by its secret, and how it does. The same request twice makes one call anyway.</summary>
public sealed class Exchange(SealedSecrets secrets, PhoneBook phones, IntegrationHealthBook health, IClock clock) : IIntegration
{
    public const string IntegrationName = "telephony";

    public string Name => IntegrationName;

    public bool IsSetUp => phones.Settings.Value.SecretHint is not null;

    /// <summary>Whether this body was signed with the secret, lately. A signature that does not match is noted: the secret or a clock may be wrong.</summary>
    public async Task<bool> HasSignedAsync(ReadOnlyMemory<byte> body, string? signature, CancellationToken cancellation)
    {
        if (string.IsNullOrEmpty(signature) || await secrets.FindAsync(TelephonySettings.Only, cancellation) is not { } secret)
        {
            return false;
        }

        var isSigned = RequestSignature.IsBy(secret, signature, body.Span, clock.GetCurrentInstant());
        if (!isSigned)
        {
            await health.FailedAsync(Name, "NotSigned", cancellation);
        }

        return isSigned;
    }

    /// <summary>Whether what it told could be used.</summary>
    public Task NoteAsync(Refusal? refusal, CancellationToken cancellation) =>
        refusal is null ? health.WorkedAsync(Name, cancellation)
        : refusal == PhoneRefusals.Paused ? Task.CompletedTask
        : health.FailedAsync(Name, "CallMalformed", cancellation);
}
