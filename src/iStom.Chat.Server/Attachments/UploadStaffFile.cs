using FluentValidation;
using iStom.Chat.Domain;
using iStom.Chat.Domain.Tickets;
using iStom.Chat.Server.Contract;
using iStom.Chat.Server.Hosting.Commands;
using iStom.Chat.Server.Storage;
using MediatR;

namespace iStom.Chat.Server.Attachments;

/// <summary>An agent uploads a file for a reply or a note to come. Who may see it follows from what takes it.</summary>
[AllowStaff]
public sealed record UploadStaffFile(AgentCaller Caller, TicketId Ticket, IncomingFile File) : AgentCommand<AttachmentView>(Caller);

internal sealed class UploadStaffFileValidator : AbstractValidator<UploadStaffFile>
{
    public UploadStaffFileValidator() => RuleFor(command => command.File.Id.Value).NotEmpty().WithErrorCode("id-missing");
}

internal sealed class UploadStaffFileHandler(IStore store, IFileIntake intake) : IRequestHandler<UploadStaffFile, Decision<AttachmentView>>
{
    public async Task<Decision<AttachmentView>> Handle(UploadStaffFile request, CancellationToken cancellationToken) =>
        await store.OpenSession().LoadAsync<Ticket>(request.Ticket.Value, cancellationToken) is { Value: var ticket }
            ? await intake.TakeInAsync(request.File, ticket.Conversation, Actor.Of(request.Caller.Agent), cancellationToken)
            : TicketRefusals.NotFound;
}
