using iStom.Chat.Domain;
using iStom.Chat.Domain.Phone;
using iStom.Chat.Server.Contract;
using iStom.Chat.Server.Hosting.Commands;
using iStom.Chat.Server.Hosting.Identity;
using iStom.Chat.Server.Storage;
using iStom.Chat.Server.Storage.Changes;
using MediatR;
using NodaTime;

namespace iStom.Chat.Server.Calls;

/// <summary>Changes what is known of the telephone exchange. A new secret is told this once; the one before holds no longer.</summary>
/// <param name="Wished">As it is to be, the secret's hint apart.</param>
/// <param name="NewSecret">A secret is made, or made anew.</param>
/// <param name="Version">The one that was read; 0 before the first change.</param>
[AllowStaff(AgentRole.Administrator)]
public sealed record ChangeTelephony(AgentCaller Caller, TelephonySettings Wished, bool NewSecret, long Version) : AgentCommand<ChangedTelephony>(Caller);

/// <summary>secret: by which the exchange signs; kept sealed, so never told again. Null where it stayed.</summary>
public sealed record ChangedTelephony(TelephonySettings Settings, long Version, string? Secret);

internal sealed class ChangeTelephonyHandler(IStore store, SealedSecrets secrets, IClock clock) : IRequestHandler<ChangeTelephony, Decision<ChangedTelephony>>
{
    public async Task<Decision<ChangedTelephony>> Handle(ChangeTelephony request, CancellationToken cancellationToken)
    {
        var session = store.OpenSession();
        var before = await session.LoadAsync<TelephonySettings>(TelephonySettings.Only, cancellationToken);
        if ((before?.Version ?? StreamVersion.None) != request.Version)
        {
            return ChangeRefusals.ChangedMeanwhile;
        }

        var accepted = request.Wished.Accept();
        if (accepted.Refusal is { } refusal)
        {
            return refusal;
        }

        var secret = request.NewSecret ? SigningSecrets.Create() : null;
        var after = accepted.Value with { SecretHint = SigningSecrets.HintOf(secret) ?? before?.Value.SecretHint };
        session.Change(new TelephonySettingsChanged(before?.Value, after, request.Caller.Made(clock.GetCurrentInstant())), request.Version);
        if (secret is not null)
        {
            await secrets.KeepAsync(session, TelephonySettings.Only, secret, cancellationToken);
        }

        await session.CommitAsync(cancellationToken);
        return new ChangedTelephony(after, request.Version + 1, secret);
    }
}
