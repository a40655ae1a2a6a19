using iStom.Chat.Domain;
using iStom.Chat.Server.Hosting.Commands;
using iStom.Chat.Server.Storage;
using MediatR;

namespace iStom.Chat.Server.Attachments;

/// <summary>A file of the visitor's own thread; never one of a note.</summary>
[AllowVisitor]
public sealed record OpenVisitorFile(VisitorCaller Caller, AttachmentId Id) : VisitorCommand<OpenedFile>(Caller);

internal sealed class OpenVisitorFileHandler(IStore store, IAttachmentStore kept) : IRequestHandler<OpenVisitorFile, Decision<OpenedFile>>
{
    public Task<Decision<OpenedFile>> Handle(OpenVisitorFile request, CancellationToken cancellationToken) =>
        OpenedFile.OpenAsync(store, kept, request.Id, file => file.IsShownTo(request.Caller.Conversation), cancellationToken);
}
