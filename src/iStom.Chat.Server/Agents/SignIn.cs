using FluentValidation;
using iStom.Chat.Domain;
using iStom.Chat.Server.Hosting.Commands;
using iStom.Chat.Server.Hosting.Identity;
using MediatR;
using Microsoft.AspNetCore.Identity;

namespace iStom.Chat.Server.Agents;

/// <summary>
/// A member of the staff signs in. A wrong address and a wrong password are the same refusal, in the same time; after
/// too many wrong passwords the account is locked for some minutes.
/// </summary>
[AllowAnybody]
public sealed record SignIn(string Email, string Password) : ICommand, IRequest<Decision<AgentSession>>
{
    Caller ICommand.By => Nobody.Yet;
}

internal sealed class SignInValidator : AbstractValidator<SignIn>
{
    private const int Longest = 200;

    public SignInValidator()
    {
        RuleFor(command => command.Email).Must(CanBe).WithErrorCode("bad-credentials");
        RuleFor(command => command.Password).Must(CanBe).WithErrorCode("bad-credentials");
    }

    /// <summary>U+0000 cannot even be asked for in PostgreSQL, and a long password is only work for us.</summary>
    private static bool CanBe(string credential) => credential.Length is > 0 and <= Longest && !credential.Any(char.IsControl);
}

internal sealed class SignInHandler(UserManager<Agent> users, AgentSessions sessions) : IRequestHandler<SignIn, Decision<AgentSession>>
{
    private static readonly Refusal BadCredentials = new("bad-credentials");
    private static readonly Refusal LockedOut = new("locked-out");

    /// <summary>Checked where there is no account, so that the time says nothing.</summary>
    private static readonly string Decoy = new PasswordHasher<Agent>().HashPassword(null!, Guid.NewGuid().ToString());

    public async Task<Decision<AgentSession>> Handle(SignIn request, CancellationToken cancellationToken)
    {
        if (await users.FindByNameAsync(request.Email) is not { } agent)
        {
            users.PasswordHasher.VerifyHashedPassword(null!, Decoy, request.Password);
            return BadCredentials;
        }

        if (await users.IsLockedOutAsync(agent))
        {
            return LockedOut;
        }

        if (!await users.CheckPasswordAsync(agent, request.Password))
        {
            await users.AccessFailedAsync(agent);
            return BadCredentials;
        }

        await users.ResetAccessFailedCountAsync(agent);
        return await sessions.StartAsync(agent, cancellationToken);
    }
}
