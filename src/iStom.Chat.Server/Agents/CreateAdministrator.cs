using FluentValidation;
using iStom.Chat.Domain;
using iStom.Chat.Server.Hosting.Commands;
using iStom.Chat.Server.Hosting.Identity;
using MediatR;
using Microsoft.AspNetCore.Identity;

namespace iStom.Chat.Server.Agents;

/// <summary>The first account of a new installation. Given by whoever runs the server's own program, never over the net.</summary>
[AllowOperator]
public sealed record CreateAdministrator(string Email, string Password) : ICommand, IRequest<Decision<AgentId>>
{
    Caller ICommand.By => Operator.AtTheTerminal;
}

internal sealed class CreateAdministratorValidator : AbstractValidator<CreateAdministrator>
{
    public CreateAdministratorValidator() => RuleFor(command => command.Email).EmailAddress().WithErrorCode("email-malformed");
}

internal sealed class CreateAdministratorHandler(UserManager<Agent> users) : IRequestHandler<CreateAdministrator, Decision<AgentId>>
{
    public async Task<Decision<AgentId>> Handle(CreateAdministrator request, CancellationToken cancellationToken)
    {
        if (await users.FindByNameAsync(request.Email) is not null)
        {
            return new Refusal("email-taken");
        }

        var agent = new Agent
        {
            Id = new(Guid.CreateVersion7()),
            Email = request.Email.Trim().ToLowerInvariant(),
            Name = request.Email.Split('@')[0],
            Roles = [AgentRole.Administrator],
        };
        var created = await users.CreateAsync(agent, request.Password);
        return created.Succeeded ? agent.Id : new Refusal(created.Errors.First().Code == nameof(IdentityErrorDescriber.PasswordTooShort) ? "password-too-short" : "password-too-weak");
    }
}
