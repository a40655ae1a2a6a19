using FluentValidation;
using iStom.Chat.Domain;
using iStom.Chat.Server.Hosting.Commands;
using iStom.Chat.Server.Hosting.Identity;
using MediatR;

namespace iStom.Chat.Server.Agents;

/// <summary>
/// A member of the staff signs in. A wrong address and a wrong password are the same refusal, in the same time; after
/// too many wrong ones from one place that place is locked out for some minutes.
/// </summary>
/// <param name="Code">Of the authenticator app, or a recovery code; null where none was asked for yet.</param>
[AllowAnybody]
public sealed record SignIn(string Email, string Password, string? Code, SignInSource Source) : ICommand, IRequest<Decision<AgentSession>>
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
        RuleFor(command => command.Code).Must(code => code is null || CanBe(code)).WithErrorCode("bad-code");
    }

    /// <summary>U+0000 cannot even be asked for in PostgreSQL, and a long password is only work for us.</summary>
    private static bool CanBe(string credential) => credential.Length is > 0 and <= Longest && !credential.Any(char.IsControl);
}

internal sealed class SignInHandler(Accounts accounts, Passwords passwords, SignInAttempts attempts, SecondFactor second, AgentSessions sessions)
    : IRequestHandler<SignIn, Decision<AgentSession>>
{
    private static readonly Refusal BadCredentials = new("bad-credentials");
    private static readonly Refusal Disabled = new("account-disabled");

    public async Task<Decision<AgentSession>> Handle(SignIn request, CancellationToken cancellationToken)
    {
        if (!await attempts.BeginAsync(request.Email, request.Source, cancellationToken))
        {
            return PeopleRefusals.LockedOut;
        }

        var agent = await accounts.FindAgentAsync(request.Email, cancellationToken);
        if (!passwords.IsRight(agent, request.Password))
        {
            return BadCredentials;
        }

        if (await RefuseAsync(agent!, request, cancellationToken) is { } refusal)
        {
            return refusal;
        }

        await attempts.ForgiveAsync(request.Email, request.Source, cancellationToken);
        return await sessions.StartAsync(agent!, request.Source, cancellationToken);
    }

    private async Task<Refusal?> RefuseAsync(Agent agent, SignIn request, CancellationToken cancellation)
    {
        var refusal = agent.Disabled ? Disabled : await second.PassAsync(agent, request.Code, request.Source, cancellation);
        if (refusal == SecondFactor.CodeRequired)
        {
            await attempts.TakeBackAsync(request.Email, request.Source, cancellation);
        }

        return refusal;
    }
}
