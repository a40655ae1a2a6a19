using iStom.Chat.Domain;
using iStom.Chat.Domain.Conversations;
using iStom.Chat.Server.Hosting;
using iStom.Chat.Server.Hosting.Identity;
using iStom.Chat.Server.Storage;
using NodaTime;

namespace iStom.Chat.Server.Conversations;

/// <summary>Whether a first message may be taken where the site tells its visitors about their personal data.</summary>
public sealed class Consents(SiteBook sites)
{
    /// <summary>What is noted with the first message; null where nothing was agreed to. Refuses <c>consent-missing</c> where the site asks for it.</summary>
    internal async Task<Decision<ConsentGiven?>> OfAsync(IStoreSession session, PostMessage first, Instant now, CancellationToken cancellation)
    {
        var visitor = (await session.LoadAsync<Visitor>(first.Caller.Visitor.Value, cancellation))!.Value;
        if (sites.Find(visitor.Site)?.Notice is not { IsGiven: true } notice)
        {
            return (ConsentGiven?)null;
        }

        return first.Consent ? new ConsentGiven(visitor.Site, notice.TextFor(first.Caller.Language), notice.Link, now)
            : notice.NeedsConsent ? ConversationRefusals.ConsentMissing
            : (ConsentGiven?)null;
    }
}
