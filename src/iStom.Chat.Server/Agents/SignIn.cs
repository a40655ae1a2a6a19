using FluentValidation;
using iStom.Chat.Domain;
using iStom.Chat.Server.Hosting.Commands;
using iStom.Chat.Server.Hosting.Identity;
using MediatR;
using Microsoft.AspNetCore.Identity;

namespace iStom.Chat.Server.Agents;

/// <summary>A member of the staff signs in. A wrong address and a wrong password are the same refusal, in the same time.</summary>
[AllowAnybody]
public sealed record SignIn(string Email, string Password) : ICommand, IRequest<Decision<Agent>>
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

internal sealed class SignInHandler(Accounts accounts, IPasswordHasher<Agent> hasher) : IRequestHandler<SignIn, Decision<Agent>>
{
    private static readonly Refusal BadCredentials = new("bad-credentials");

    /// <summary>Checked where there is no account, so that the time says nothing.</summary>
    private static readonly string Decoy = new PasswordHasher<Agent>().HashPassword(null!, Guid.NewGuid().ToString());

    public async Task<Decision<Agent>> Handle(SignIn request, CancellationToken cancellationToken)
    {
        var agent = await accounts.FindAgentAsync(request.Email, cancellationToken);
        var verdict = hasher.VerifyHashedPassword(agent!, agent?.PasswordHash ?? Decoy, request.Password);
        return agent is not null && verdict != PasswordVerificationResult.Failed ? agent : BadCredentials;
    }
}
