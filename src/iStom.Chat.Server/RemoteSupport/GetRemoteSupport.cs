using iStom.Chat.Domain;
using iStom.Chat.Domain.RemoteSupport;
using iStom.Chat.Server.Hosting.Commands;
using MediatR;

namespace iStom.Chat.Server.RemoteSupport;

/// <summary>How agents look at a customer's screen.</summary>
[AllowStaff(AgentRole.Administrator)]
public sealed record GetRemoteSupport(AgentCaller Caller) : AgentCommand<RemoteSupportView>(Caller);

/// <summary>version: to be said with a change.</summary>
public sealed record RemoteSupportView(RemoteSupportSettings Settings, long Version);

internal sealed class GetRemoteSupportHandler(RemoteSupportBook book) : IRequestHandler<GetRemoteSupport, Decision<RemoteSupportView>>
{
    public Task<Decision<RemoteSupportView>> Handle(GetRemoteSupport request, CancellationToken cancellationToken) =>
        Task.FromResult<Decision<RemoteSupportView>>(new RemoteSupportView(book.Settings, book.Versioned.Version));
}
