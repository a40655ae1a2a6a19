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
            : await changes.ChangeAsync(request.Caller.Agent, request.Caller, agent => passwords.Set(agent, request.Password, clock.GetCurrentInstant()), cancellationToken);
}
