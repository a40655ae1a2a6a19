using iStom.Chat.Domain;
using iStom.Chat.Server.Hosting.Commands;
using MediatR;
using NodaTime;

namespace iStom.Chat.Server.Agents;

/// <summary>What a link opens, for whoever holds it.</summary>
[AllowAnybody]
public sealed record GetInvitation(string Secret) : ICommand, IRequest<Decision<InvitationOffer>>
{
    Caller ICommand.By => Nobody.Yet;
}

/// <summary>Who is invited, and the proposed name.</summary>
public sealed record InvitationOffer(string Email, string Name, Instant ExpiresAt);

internal sealed class GetInvitationHandler(Invitations invitations) : IRequestHandler<GetInvitation, Decision<InvitationOffer>>
{
    public async Task<Decision<InvitationOffer>> Handle(GetInvitation request, CancellationToken cancellationToken) =>
        await invitations.FindBySecretAsync(request.Secret, cancellationToken) is { Value: var found }
            ? new InvitationOffer(found.Email, found.Name, found.ExpiresAt)
            : Invitations.NotFound;
}
