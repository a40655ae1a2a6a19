using iStom.Chat.Domain;
using iStom.Chat.Server.Hosting.Commands;
using MediatR;
using NodaTime;

namespace iStom.Chat.Server.Agents;

/// <summary>The invitations that were neither accepted nor revoked.</summary>
[AllowStaff(AgentRole.Administrator)]
public sealed record ListInvitations(AgentCaller Caller) : AgentCommand<InvitationView[]>(Caller);

/// <summary>An invitation as administrators see it.</summary>
public sealed record InvitationView(Guid Id, string Email, string Name, IReadOnlyList<AgentRole> Roles, bool PaidSupport, Instant ExpiresAt, bool Expired);

internal sealed class ListInvitationsHandler(PeopleReader people, IClock clock) : IRequestHandler<ListInvitations, Decision<InvitationView[]>>
{
    public async Task<Decision<InvitationView[]>> Handle(ListInvitations request, CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        var open = (await people.InvitationsAsync(cancellationToken)).Select(found => found.Value);
        return open.Select(one => new InvitationView(one.Id.Value, one.Email, one.Name, one.Roles, one.PaidSupport, one.ExpiresAt, !one.Opens(now))).ToArray();
    }
}
