using iStom.Chat.Domain;
using iStom.Chat.Domain.People;
using iStom.Chat.Server.Hosting.Commands;
using iStom.Chat.Server.Storage;
using iStom.Chat.Server.Storage.Changes;
using NodaTime;

namespace iStom.Chat.Server.Agents;

/// <summary>An invitation with its link's secret, which is told this once.</summary>
/// <param name="Secret">Belongs behind <c>/desk#invite/</c>: a fragment is sent to no server and stands in no log.</param>
public sealed record InvitationIssued(Guid Id, string Email, string Secret, Instant ExpiresAt);

/// <summary>Finds and changes invitations.</summary>
public sealed class Invitations(IStore store, LinkKeys keys, IClock clock)
{
    public static readonly Refusal NotFound = new("invitation-not-found");

    /// <summary>Stores it open for as long as a link lives, with a new secret; a former one opens nothing any more.</summary>
    public async Task<InvitationIssued> IssueAsync(Invitation invitation, Versioned<Invitation>? before, AgentCaller caller, CancellationToken cancellation)
    {
        var (session, now) = (store.OpenSession(), clock.GetCurrentInstant());
        var issued = invitation with { State = InvitationState.Open, ExpiresAt = now + Invitation.LinkLife };
        var version = before?.Version ?? StreamVersion.None;
        session.Change(new InvitationChanged(before?.Value, issued, caller.Made(now)), version);
        var secret = await LinkKeys.RenewAsync(session, issued.Id.Value, cancellation);
        await session.CommitAsync(cancellation);
        return new(issued.Id.Value, issued.Email, secret, issued.ExpiresAt);
    }

    /// <summary>One that is open, expired or not; null when there is none.</summary>
    public async Task<Versioned<Invitation>?> FindOpenAsync(InvitationId id, CancellationToken cancellation) =>
        await store.OpenSession().LoadAsync<Invitation>(id.Value, cancellation) is { Value.State: InvitationState.Open } found ? found : null;

    /// <summary>The one that the secret opens now; null for a secret that was replaced, used, revoked, has expired or never was.</summary>
    public async Task<Versioned<Invitation>?> FindBySecretAsync(string secret, CancellationToken cancellation) =>
        await keys.FindAsync(secret, cancellation) is { } id
            && await FindOpenAsync(new(id), cancellation) is { } found && found.Value.Opens(clock.GetCurrentInstant()) ? found : null;
}
