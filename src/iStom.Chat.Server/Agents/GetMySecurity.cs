using iStom.Chat.Domain;
using iStom.Chat.Domain.People;
using iStom.Chat.Server.Hosting.Commands;
using iStom.Chat.Server.Hosting.Identity;
using iStom.Chat.Server.Storage;
using MediatR;
using NodaTime;

namespace iStom.Chat.Server.Agents;

/// <summary>How one signs in oneself.</summary>
[AllowStaff]
public sealed record GetMySecurity(AgentCaller Caller) : AgentCommand<MySecurity>(Caller);

/// <summary>One's own means of signing in.</summary>
public sealed record MySecurity(string Email, SignInMeans SignIn, IReadOnlyList<PasskeyView> Passkeys);

/// <summary>id: base64url.</summary>
public sealed record PasskeyView(string Id, string Name, Instant CreatedAt);

internal sealed class GetMySecurityHandler(IStore store) : IRequestHandler<GetMySecurity, Decision<MySecurity>>
{
    public async Task<Decision<MySecurity>> Handle(GetMySecurity request, CancellationToken cancellationToken)
    {
        var agent = (await store.OpenSession().LoadAsync<Agent>(request.Caller.Agent.Value, cancellationToken))!.Value;
        return new MySecurity(agent.Email, agent.Rights().SignIn, [.. agent.Passkeys.Select(key => new PasskeyView(key.IdText, key.Name, key.CreatedAt))]);
    }
}
