using iStom.Chat.Domain;
using iStom.Chat.Server.Hosting.Commands;
using iStom.Chat.Server.Hosting.Identity;
using MediatR;

namespace iStom.Chat.Server.Agents;

/// <summary>Ends a sign-in: its cookie is worthless from here on, and its sockets are closed.</summary>
[AllowStaff]
public sealed record SignOut(AgentCaller Caller, Guid Session) : AgentCommand<Guid>(Caller);

internal sealed class SignOutHandler(AgentSessions sessions) : IRequestHandler<SignOut, Decision<Guid>>
{
    public async Task<Decision<Guid>> Handle(SignOut request, CancellationToken cancellationToken)
    {
        await sessions.EndAsync(request.Session, cancellationToken);
        return request.Session;
    }
}
