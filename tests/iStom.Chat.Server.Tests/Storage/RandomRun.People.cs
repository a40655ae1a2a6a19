using iStom.Chat.Domain;
using iStom.Chat.Server.Agents;

namespace iStom.Chat.Server.Tests.Storage;

/// <content>Who joins the staff, and what they may do.</content>
internal sealed partial class RandomRun
{
    private async Task<bool> InviteAsync()
    {
        var invited = await SendAsync(new InviteAgent(Agent(), $"{Guid.NewGuid():N}@example.org", "Новый", [AgentRole.Agent], PaidSupport: true));
        lock (_invitations)
        {
            _invitations.Add(new(invited.Value.Id));
            return true;
        }
    }

    private async Task<bool> ChangeRightsAsync()
    {
        var one = (await SendAsync(new ListAgents(Agent()))).Value[0];
        return await GiveAsync(new ChangeAgentRights(Agent(), new(one.Id), one.Email, "Другое имя", one.Roles, _random.Next(2) == 0, ChatLimit: null, one.Version));
    }

    private InvitationId Invitation()
    {
        lock (_invitations)
        {
            return _invitations.Count == 0 ? new(Guid.NewGuid()) : _invitations[_random.Next(_invitations.Count)];
        }
    }
}
