using iStom.Chat.Domain;
using iStom.Chat.Domain.People;
using iStom.Chat.Server.Hosting.Commands;
using iStom.Chat.Server.Hosting.Identity;
using iStom.Chat.Server.Storage;
using iStom.Chat.Server.Storage.Changes;
using MediatR;
using NodaTime;

namespace iStom.Chat.Server.Agents;

/// <summary>
/// An administrator makes a colleague who has lost their password a link to set a new one; a former link opens nothing any more.
/// Nobody makes one for themselves: an unlocked desk is not enough to change its own password.
/// </summary>
[AllowStaff(AgentRole.Administrator)]
public sealed record IssuePasswordReset(AgentCaller Caller, AgentId Agent) : AgentCommand<PasswordResetIssued>(Caller);

/// <summary>A way back with its link's secret, which is told this once.</summary>
/// <param name="Secret">Belongs behind <c>/desk#reset/</c>: a fragment is sent to no server and stands in no log.</param>
public sealed record PasswordResetIssued(string Email, string Secret, Instant ExpiresAt);

internal sealed class IssuePasswordResetHandler(IStore store, IClock clock) : IRequestHandler<IssuePasswordReset, Decision<PasswordResetIssued>>
{
    private static readonly Refusal NotForYourself = new("not-for-yourself");
    private static readonly Refusal Disabled = new("agent-disabled");

    public async Task<Decision<PasswordResetIssued>> Handle(IssuePasswordReset request, CancellationToken cancellationToken)
    {
        if (request.Agent == request.Caller.Agent)
        {
            return NotForYourself;
        }

        var session = store.OpenSession();
        return await session.LoadAsync<Agent>(request.Agent.Value, cancellationToken) switch
        {
            null => PeopleRefusals.AgentNotFound,
            { Value.Disabled: true } => Disabled,
            { Value: var agent } => await IssueAsync(session, agent, request.Caller, cancellationToken),
        };
    }

    private async Task<PasswordResetIssued> IssueAsync(IStoreSession session, Agent agent, AgentCaller caller, CancellationToken cancellation)
    {
        var (now, id) = (clock.GetCurrentInstant(), PasswordResets.IdOf(agent.Id));
        var before = await session.LoadAsync<PasswordReset>(id.Value, cancellation);
        var issued = new PasswordReset(id, agent.Id, agent.Name, PasswordResetState.Open, now + PasswordReset.LinkLife);
        session.Change(new PasswordResetChanged(before?.Value, issued, caller.Made(now)), before?.Version ?? StreamVersion.None);
        var secret = await LinkKeys.RenewAsync(session, id.Value, cancellation);
        await session.CommitAsync(cancellation);
        return new(agent.Email, secret, issued.ExpiresAt);
    }
}
