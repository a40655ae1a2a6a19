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
/// The holder of a link sets a new password. Every sign-in of the account ends, and nobody is locked out of it any more. Nobody is signed
/// in by it: the next sign-in asks for the second factor as before.
/// </summary>
[AllowAnybody]
public sealed record UsePasswordReset(string Secret, string Password, SignInSource Source) : ICommand, IRequest<Decision<AgentId>>
{
    Caller ICommand.By => Nobody.Yet;
}

internal sealed class UsePasswordResetHandler(IStore store, PasswordResets resets, Passwords passwords, SignInAttempts attempts, IClock clock)
    : IRequestHandler<UsePasswordReset, Decision<AgentId>>
{
    public async Task<Decision<AgentId>> Handle(UsePasswordReset request, CancellationToken cancellationToken)
    {
        if (await resets.FindBySecretAsync(request.Secret, cancellationToken) is not var (reset, agent))
        {
            return PasswordResets.NotFound;
        }

        var (before, now) = (agent.Rights(), clock.GetCurrentInstant());
        if (passwords.Set(agent, request.Password, now) is { } refusal)
        {
            return refusal;
        }

        agent.SecurityStamp = AccountChanges.NewStamp();
        var made = new Authorship(Actor.Of(agent.Id), request.Source.Address?.ToString(), now);
        var session = store.OpenSession();
        AccountChanges.Store(session, agent, before, made);
        session.Change(new PasswordResetChanged(reset.Value, reset.Value with { State = PasswordResetState.Used }, made), reset.Version);
        await session.CommitAsync(cancellationToken);
        await attempts.LiftAsync(agent.Email, cancellationToken);
        return agent.Id;
    }
}
