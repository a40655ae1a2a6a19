using iStom.Chat.Domain;
using iStom.Chat.Server.Hosting.Commands;
using iStom.Chat.Server.Storage;
using MediatR;

namespace iStom.Chat.Server.Attachments;

/// <summary>A file of any message or note, or one's own that waits for its message.</summary>
[AllowStaff]
public sealed record OpenStaffFile(AgentCaller Caller, AttachmentId Id) : AgentCommand<OpenedFile>(Caller);

internal sealed class OpenStaffFileHandler(IStore store, IAttachmentStore kept) : IRequestHandler<OpenStaffFile, Decision<OpenedFile>>
{
    public Task<Decision<OpenedFile>> Handle(OpenStaffFile request, CancellationToken cancellationToken) =>
        OpenedFile.OpenAsync(store, kept, request.Id, file => file.IsShownTo(request.Caller.Agent), cancellationToken);
}
