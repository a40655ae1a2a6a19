using iStom.Chat.Domain;
using iStom.Chat.Domain.People;
using iStom.Chat.Server.Hosting.Commands;
using iStom.Chat.Server.Hosting.Identity;
using MediatR;
using NodaTime;

namespace iStom.Chat.Server.Agents;

/// <summary>One's own new password. All other sign-ins end.</summary>
[AllowStaff]
public sealed record ChangePassword(AgentCaller Caller, string Current, string Password) : AgentCommand<AgentRights>(Caller);

internal sealed class ChangePasswordHandler(Reauthentication reauthentication, Passwords passwords, AccountChanges changes, IClock clock)
    : IRequestHandler<ChangePassword, Decision<AgentRights>>
{
    public async Task<Decision<AgentRights>> Handle(ChangePassword request, CancellationToken cancellationToken) =>
        await reauthentication.CheckAsync(request.Caller, request.Current, cancellationToken) is { } refusal
            ? refusal
            : await changes.ChangeAsync(request.Caller.Agent, request.Caller, agent => Change(agent, request.Password), cancellationToken);

    private Refusal? Change(Agent agent, string password)
    {
        if (PasswordRules.Check(password, agent.Email, agent.Name) is { } refusal)
        {
            return refusal;
        }

        agent.PasswordHash = passwords.Hash(password);
        agent.PasswordSetAt = clock.GetCurrentInstant();
        return null;
    }
}
