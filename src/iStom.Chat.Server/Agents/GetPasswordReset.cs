using iStom.Chat.Domain;
using iStom.Chat.Server.Hosting.Commands;
using MediatR;
using NodaTime;

namespace iStom.Chat.Server.Agents;

/// <summary>Whose password a link sets, for whoever holds it.</summary>
[AllowAnybody]
public sealed record GetPasswordReset(string Secret) : ICommand, IRequest<Decision<PasswordResetOffer>>
{
    Caller ICommand.By => Nobody.Yet;
}

/// <summary>The account whose password may be set.</summary>
public sealed record PasswordResetOffer(string Email, Instant ExpiresAt);

internal sealed class GetPasswordResetHandler(PasswordResets resets) : IRequestHandler<GetPasswordReset, Decision<PasswordResetOffer>>
{
    public async Task<Decision<PasswordResetOffer>> Handle(GetPasswordReset request, CancellationToken cancellationToken) =>
        await resets.FindBySecretAsync(request.Secret, cancellationToken) is { } found
            ? new PasswordResetOffer(found.Agent.Email, found.Reset.Value.ExpiresAt)
            : PasswordResets.NotFound;
}
