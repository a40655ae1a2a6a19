using System.Reflection;
using iStom.Chat.Domain;
using iStom.Chat.Server.Hosting.Identity;
using MediatR;

namespace iStom.Chat.Server.Hosting.Commands;

/// <summary>The one place where it is decided who may give which command, whatever the channel.</summary>
public sealed class Authorise<TCommand, TResult> : IPipelineBehavior<TCommand, TResult>
    where TCommand : ICommand, IRequest<TResult>
    where TResult : IDecision<TResult>
{
    private static readonly Refusal Forbidden = new("forbidden");

    private static readonly AgentRole Required =
        typeof(TCommand).GetCustomAttribute<RequiresRoleAttribute>()?.Role ?? AgentRole.Agent;

    public async Task<TResult> Handle(TCommand request, CancellationToken cancellationToken, RequestHandlerDelegate<TResult> next) =>
        request.By is AgentCaller agent && !agent.Roles.Contains(Required) ? TResult.Refuse(Forbidden) : await next();
}
