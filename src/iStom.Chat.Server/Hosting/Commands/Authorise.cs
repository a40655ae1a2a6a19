using System.Reflection;
using iStom.Chat.Domain;
using MediatR;

namespace iStom.Chat.Server.Hosting.Commands;

/// <summary>The one place where it is decided who may give which command, whatever the channel. Denies by default.</summary>
public sealed class Authorise<TCommand, TResult> : IPipelineBehavior<TCommand, TResult>
    where TCommand : ICommand, IRequest<TResult>
    where TResult : IDecision<TResult>
{
    private static readonly Refusal Forbidden = new("forbidden");

    private static readonly AllowAttribute? Allow = typeof(TCommand).GetCustomAttribute<AllowAttribute>();

    public async Task<TResult> Handle(TCommand request, CancellationToken cancellationToken, RequestHandlerDelegate<TResult> next) =>
        Allow?.Admits(request.By) == true ? await next() : TResult.Refuse(Forbidden);
}
