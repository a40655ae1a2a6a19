using iStom.Chat.Domain;
using iStom.Chat.Server.Hosting.Commands;
using iStom.Chat.Server.Hosting.Identity;
using iStom.Chat.Server.Storage;
using MediatR;

namespace iStom.Chat.Server.Agents;

/// <summary>A secret for one's authenticator app. Nothing is stored before a code of it was shown.</summary>
[AllowStaff]
public sealed record BeginTotp(AgentCaller Caller, string Password) : AgentCommand<TotpOffer>(Caller);

/// <summary>secret: for typing, Base32; uri: for the QR code; token: to be shown with the first code.</summary>
public sealed record TotpOffer(string Secret, string Uri, string Token);

internal sealed class BeginTotpHandler(Reauthentication reauthentication, IStore store, TotpSecrets secrets) : IRequestHandler<BeginTotp, Decision<TotpOffer>>
{
    private const string Issuer = "iStom Chat";

    public async Task<Decision<TotpOffer>> Handle(BeginTotp request, CancellationToken cancellationToken)
    {
        if (await reauthentication.CheckAsync(request.Caller, request.Password, cancellationToken) is { } refusal)
        {
            return refusal;
        }

        var agent = (await store.OpenSession().LoadAsync<Agent>(request.Caller.Agent.Value, cancellationToken))!.Value;
        var secret = TotpSecrets.Create();
        var (typed, issuer) = (Totp.Write(secret), Uri.EscapeDataString(Issuer));
        var uri = $"otpauth://totp/{issuer}:{Uri.EscapeDataString(agent.Email)}?secret={typed}&issuer={issuer}";
        return new TotpOffer(typed, uri, secrets.Seal(agent.Id, secret));
    }
}
