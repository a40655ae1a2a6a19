using FluentValidation;
using iStom.Chat.Domain;
using iStom.Chat.Domain.Conversations;
using iStom.Chat.Server.Hosting;
using iStom.Chat.Server.Hosting.Commands;
using iStom.Chat.Server.Hosting.Identity;
using iStom.Chat.Server.Storage;
using MediatR;
using NodaTime;

namespace iStom.Chat.Server.Conversations;

/// <summary>The panel was opened: the browser is recognised by its key, or gets one; from then on it writes as the user for whom the site vouches.</summary>
/// <param name="Site">Key of the site; unknown ones are refused with <c>unknown-site</c>.</param>
/// <param name="Key">The cookie's secret, if there is one.</param>
/// <param name="Identity">A JWT of the site's; null for a page that says nothing of its user.</param>
[AllowAnybody]
public sealed record StartSession(string Site, string? Key, string? Identity = null) : ICommand, IRequest<Decision<StartedSession>>
{
    Caller ICommand.By => Nobody.Yet;
}

/// <summary>newKey: to be set as a cookie; null when the browser was recognised.</summary>
public sealed record StartedSession(VisitorId Visitor, bool Verified, ConversationId? Conversation, string? NewKey);

internal sealed class StartSessionValidator : AbstractValidator<StartSession>
{
    public StartSessionValidator(SiteBook sites) =>
        RuleFor(command => command.Site).Must(site => sites.Find(site) is not null).WithErrorCode("unknown-site");
}

internal sealed class StartSessionHandler(IStore store, Accounts accounts, VerifiedUsers users, LiveSockets sockets, IClock clock)
    : IRequestHandler<StartSession, Decision<StartedSession>>
{
    public async Task<Decision<StartedSession>> Handle(StartSession request, CancellationToken cancellationToken)
    {
        var session = store.OpenSession();
        var now = clock.GetCurrentInstant();
        var known = request.Key is null ? null : await accounts.FindVisitorAsync(request.Key, cancellationToken);
        var (browser, newKey) = known is null ? Create(request.Site, now) : Renewed(known.Value, request.Key!, now);
        var acting = request.Identity is null
            ? await accounts.ActingAsync(browser, cancellationToken)
            : await users.VerifyAsync(session, browser, request.Site, request.Identity, now, cancellationToken);
        if (acting.Refusal is { } refusal)
        {
            return refusal;
        }

        var user = acting.Value;
        var after = user.Id == browser.Id ? browser : browser with { VerifiedAs = user.Id };
        await KeepAsync(session, known, after, request.Identity is not null, cancellationToken);
        var started = known is null && request.Identity is null ? null : await store.OpenSession().LoadAsync<Conversation>(user.Conversation.Value, cancellationToken);
        return new StartedSession(user.Id, user.Clinic is not null, started?.Value.Id, newKey);
    }

    /// <summary>Where it writes as somebody else from here on, its other tabs come again, as who it is now.</summary>
    private async Task KeepAsync(IStoreSession session, Versioned<Visitor>? known, Visitor browser, bool isVouchedFor, CancellationToken cancellation)
    {
        if (browser != known?.Value)
        {
            session.Store(browser, known?.Version ?? StreamVersion.None, (known?.Version ?? StreamVersion.None) + 1);
        }
        else if (!isVouchedFor)
        {
            return;
        }

        await session.CommitAsync(cancellation);
        if (known is not null && browser.VerifiedAs != known.Value.VerifiedAs)
        {
            sockets.CloseBrowser(browser.Id.Value);
        }
    }

    private static (Visitor Browser, string NewKey) Create(string site, Instant now)
    {
        var key = VisitorKey.Create();
        return (new() { Id = new(Guid.NewGuid()), Conversation = new(Guid.NewGuid()), KeyHash = VisitorKey.Hash(key), KeyIssuedAt = now, Site = site }, key);
    }

    /// <summary>A key that has lived long enough is replaced; one that was just replaced is not asked again.</summary>
    private static (Visitor Browser, string? NewKey) Renewed(Visitor known, string shown, Instant now)
    {
        if (VisitorKey.Hash(shown) != known.KeyHash || now - known.KeyIssuedAt < Visitor.KeyLife)
        {
            return (known, null);
        }

        var key = VisitorKey.Create();
        return (known.WithKey(key, now), key);
    }
}
