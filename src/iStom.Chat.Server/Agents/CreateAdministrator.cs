using FluentValidation;
using iStom.Chat.Domain;
using iStom.Chat.Server.Hosting.Commands;
using MediatR;
using NodaTime;

namespace iStom.Chat.Server.Agents;

/// <summary>The first account of a new installation. Given by whoever runs the server's own program, never over the net.</summary>
[AllowOperator]
public sealed record CreateAdministrator(string Email, string Password) : ICommand, IRequest<Decision<AgentId>>
{
    Caller ICommand.By => Operator.AtTheTerminal;
}

internal sealed class CreateAdministratorValidator : AbstractValidator<CreateAdministrator>
{
    public CreateAdministratorValidator() => this.EmailIsSound(command => command.Email);
}

internal sealed class CreateAdministratorHandler(NewAccounts accounts, IClock clock) : IRequestHandler<CreateAdministrator, Decision<AgentId>>
{
    public Task<Decision<AgentId>> Handle(CreateAdministrator request, CancellationToken cancellationToken) => accounts.AddAsync(
        new(request.Email, request.Email.Split('@')[0], request.Password, [AgentRole.Administrator], PaidSupport: false),
        _ => Authorship.OfDesk(clock.GetCurrentInstant()),
        (_, _) => { },
        cancellationToken);
}
