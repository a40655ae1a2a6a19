using iStom.Chat.Domain;
using iStom.Chat.Server.Hosting;
using iStom.Chat.Server.Hosting.Identity;
using iStom.Chat.Server.Storage;
using NodaTime;

namespace iStom.Chat.Server.Conversations;

/// <summary>
/// The users for whom sites vouch: one of each, whatever the site and the device. Their thread is that of the browser in which
/// they were first vouched for, so that what they wrote before is in it, in its order; a later browser's own thread stays apart,
/// and what was still open of it goes on in theirs.
/// </summary>
public sealed class VerifiedUsers(IdentityTokens tokens, Accounts accounts, SiteBook sites, AnonymousTickets anonymous)
{
    /// <summary>Adds user and token to the session. Refuses with <see cref="IdentityRefusals"/>, and then nothing may be committed.</summary>
    public async Task<Decision<Visitor>> VerifyAsync(IStoreSession session, Visitor browser, string site, string identity, Instant now, CancellationToken cancellation)
    {
        var vouched = await tokens.ReadAsync(sites.Find(site)!, identity, now, cancellation);
        if (vouched.Refusal is { } refusal)
        {
            return refusal;
        }

        var said = vouched.Value;
        if (await session.LoadAsync<UsedToken>(said.Token, cancellation) is not null)
        {
            return IdentityRefusals.Replayed;
        }

        if (await accounts.FindClinicAsync(said.Clinic, cancellation) is not { } clinic)
        {
            return IdentityRefusals.UnknownClinic;
        }

        await accounts.ForgetTokensAsync(cancellation);
        session.Store(new UsedToken(said.Token, said.Until), StreamVersion.None, 1);
        var user = await StoreAsync(session, new(NameBasedId.Of(clinic.Value, said.Subject)), clinic, said, browser, cancellation);
        await anonymous.LinkAsync(session, browser, user, now, cancellation);
        return user;
    }

    private static async Task<Visitor> StoreAsync(IStoreSession session, VisitorId id, ClinicId clinic, VouchedUser said, Visitor browser, CancellationToken cancellation)
    {
        var known = await session.LoadAsync<Visitor>(id.Value, cancellation);
        var before = known?.Value ?? new Visitor
        {
            Id = id,
            Conversation = browser.VerifiedAs is null ? browser.Conversation : new(Guid.NewGuid()),
            // No key opens it: browsers that write as this user have their own.
            KeyHash = VisitorKey.Hash(VisitorKey.Create()),
            Site = browser.Site,
            Clinic = clinic,
        };
        var user = before with { Name = said.Name ?? before.Name, Email = said.Email ?? before.Email, Phone = said.Phone ?? before.Phone };
        if (user != known?.Value)
        {
            session.Store(user, known?.Version ?? StreamVersion.None, (known?.Version ?? 0) + 1);
        }

        return user;
    }
}
