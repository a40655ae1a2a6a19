using iStom.Chat.Domain;
using iStom.Chat.Server.Hosting.Commands;
using iStom.Chat.Server.Hosting.Identity;
using iStom.Chat.Server.Storage;

namespace iStom.Chat.Server.Agents;

/// <summary>Asks for the password again before one's own means of signing in change: an unlocked desk is not enough.</summary>
public sealed class Reauthentication(IStore store, Passwords passwords, SignInAttempts attempts)
{
    /// <summary>Null: the password is the caller's. Counts as an attempt to sign in, of this sign-in alone.</summary>
    public async Task<Refusal?> CheckAsync(AgentCaller caller, string password, CancellationToken cancellation)
    {
        var agent = (await store.OpenSession().LoadAsync<Agent>(caller.Agent.Value, cancellation))!.Value;
        var source = new SignInSource(Address: null, Device: new(caller.Session, [SignInAttempts.AccountOf(agent.Email)]));
        if (!await attempts.BeginAsync(agent.Email, source, cancellation))
        {
            return PeopleRefusals.LockedOut;
        }

        if (!passwords.IsRight(agent, password))
        {
            return PeopleRefusals.WrongPassword;
        }

        await attempts.ForgiveAsync(agent.Email, source, cancellation);
        return null;
    }
}
