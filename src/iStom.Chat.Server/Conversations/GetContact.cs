using iStom.Chat.Domain;
using iStom.Chat.Server.Hosting.Commands;
using iStom.Chat.Server.Hosting.Identity;
using iStom.Chat.Server.Storage;
using MediatR;

namespace iStom.Chat.Server.Conversations;

/// <summary>Where the visitor may be reached, as they have said.</summary>
[AllowVisitor]
public sealed record GetContact(VisitorCaller Caller) : VisitorCommand<GivenContact>(Caller);

internal sealed class GetContactHandler(IStore store) : IRequestHandler<GetContact, Decision<GivenContact>>
{
    public async Task<Decision<GivenContact>> Handle(GetContact request, CancellationToken cancellationToken) =>
        GivenContact.Of((await store.OpenSession().LoadAsync<Visitor>(request.Caller.Visitor.Value, cancellationToken))!.Value);
}
