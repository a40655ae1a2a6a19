using FluentValidation;
using iStom.Chat.Domain;
using iStom.Chat.Server.Contract;
using iStom.Chat.Server.Hosting.Commands;
using iStom.Chat.Server.Storage;
using MediatR;

namespace iStom.Chat.Server.Conversations;

/// <summary>An older page of the visitor's own thread.</summary>
[AllowVisitor]
public sealed record GetHistory(VisitorCaller Caller, long Before, int Limit) : VisitorCommand<Message[]>(Caller);

internal sealed class GetHistoryValidator : AbstractValidator<GetHistory>
{
    public GetHistoryValidator() => this.PageIsSound(query => query.Before, query => query.Limit);
}

internal sealed class GetHistoryHandler(IStore store) : IRequestHandler<GetHistory, Decision<Message[]>>
{
    public async Task<Decision<Message[]>> Handle(GetHistory request, CancellationToken cancellationToken)
    {
        var page = await Transcript.BeforeAsync(
            store.OpenSession(), request.Caller.Conversation.Value, request.Before, request.Limit, cancellationToken);
        return page.ToArray();
    }
}
