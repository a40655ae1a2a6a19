using FluentValidation;
using iStom.Chat.Domain;
using iStom.Chat.Server.Contract;
using iStom.Chat.Server.Hosting.Commands;
using MediatR;
using NodaTime;

namespace iStom.Chat.Server.Attachments;

/// <summary>The visitor uploads a file for a message to come. What no message has taken is removed after a day.</summary>
[AllowVisitor]
public sealed record UploadVisitorFile(VisitorCaller Caller, IncomingFile File) : VisitorCommand<AttachmentView>(Caller);

internal sealed class UploadVisitorFileValidator : AbstractValidator<UploadVisitorFile>
{
    public UploadVisitorFileValidator() => RuleFor(command => command.File.Id.Value).NotEmpty().WithErrorCode("id-missing");
}

internal sealed class UploadVisitorFileHandler(IFileIntake intake, BlockBook blocks, IClock clock) : IRequestHandler<UploadVisitorFile, Decision<AttachmentView>>
{
    public async Task<Decision<AttachmentView>> Handle(UploadVisitorFile request, CancellationToken cancellationToken) =>
        blocks.RefusalOf(request.Caller.Conversation, clock.GetCurrentInstant()) is { } blocked
            ? blocked
            : await intake.TakeInAsync(request.File, request.Caller.Conversation, Actor.Of(request.Caller.Visitor), cancellationToken);
}
