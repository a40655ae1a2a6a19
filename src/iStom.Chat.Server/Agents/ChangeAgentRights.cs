using FluentValidation;
using iStom.Chat.Domain;
using iStom.Chat.Domain.People;
using iStom.Chat.Server.Hosting.Commands;
using iStom.Chat.Server.Hosting.Identity;
using MediatR;

namespace iStom.Chat.Server.Agents;

/// <summary>An administrator changes what a colleague may do. The colleague's sign-ins end, so that nothing goes by what was.</summary>
/// <param name="Version">Of the account that was read.</param>
[AllowStaff(AgentRole.Administrator)]
public sealed record ChangeAgentRights(
    AgentCaller Caller, AgentId Agent, string Email, string Name, IReadOnlyList<AgentRole> Roles, bool PaidSupport, int? ChatLimit, long Version)
    : AgentCommand<AgentRights>(Caller);

internal sealed class ChangeAgentRightsValidator : AbstractValidator<ChangeAgentRights>
{
    private const int MostChats = 100;

    public ChangeAgentRightsValidator()
    {
        this.EmailIsSound(command => command.Email);
        this.NameIsSound(command => command.Name);
        this.RolesAreSound(command => command.Roles);
        RuleFor(command => command.ChatLimit).Must(limit => limit is null or >= 1 and <= MostChats).WithErrorCode("chat-limit-out-of-range");
    }
}

internal sealed class ChangeAgentRightsHandler(AccountChanges changes, Accounts accounts) : IRequestHandler<ChangeAgentRights, Decision<AgentRights>>
{
    public async Task<Decision<AgentRights>> Handle(ChangeAgentRights request, CancellationToken cancellationToken) =>
        await accounts.FindAgentAsync(request.Email, cancellationToken) is { } other && other.Id != request.Agent
            ? PeopleRefusals.EmailTaken
            : await changes.ChangeAsync(request.Agent, request.Caller, agent => Change(agent, request), cancellationToken);

    private static Refusal? Change(Agent agent, ChangeAgentRights request)
    {
        if (agent.Version != request.Version)
        {
            return PeopleRefusals.ChangedMeanwhile;
        }

        agent.Email = Accounts.Normalise(request.Email);
        agent.Name = request.Name.Trim();
        agent.Roles = [.. request.Roles.Order()];
        agent.PaidSupport = request.PaidSupport;
        agent.ChatLimit = request.ChatLimit;
        return null;
    }
}
