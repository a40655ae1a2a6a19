using FluentValidation;
using iStom.Chat.Domain;
using iStom.Chat.Domain.Conversations;
using iStom.Chat.Server.Hosting;
using iStom.Chat.Server.Hosting.Commands;
using iStom.Chat.Server.Hosting.Identity;
using iStom.Chat.Server.Storage;
using MediatR;
using Microsoft.Extensions.Options;
using NodaTime;

namespace iStom.Chat.Server.Conversations;

/// <summary>The panel was opened: the browser is recognised by its key, or gets one.</summary>
/// <param name="Site">Key of the site; unknown ones are refused with <c>unknown-site</c>.</param>
/// <param name="Key">The cookie's secret, if there is one.</param>
[AllowAnybody]
public sealed record StartSession(string Site, string? Key) : ICommand, IRequest<Decision<StartedSession>>
{
    Caller ICommand.By => Nobody.Yet;
}

/// <summary>newKey: to be set as a cookie; null when the browser was recognised.</summary>
public sealed record StartedSession(VisitorId Visitor, ConversationId? Conversation, string? NewKey);

internal sealed class StartSessionValidator : AbstractValidator<StartSession>
{
    public StartSessionValidator(IOptions<ChatOptions> options) =>
        RuleFor(command => command.Site).Must(site => options.Value.Site(site) is not null).WithErrorCode("unknown-site");
}

internal sealed class StartSessionHandler(IStore store, Accounts accounts, IClock clock) : IRequestHandler<StartSession, Decision<StartedSession>>
{
    public async Task<Decision<StartedSession>> Handle(StartSession request, CancellationToken cancellationToken)
    {
        var session = store.OpenSession();
        var now = clock.GetCurrentInstant();
        if (request.Key is not null && await accounts.FindVisitorAsync(request.Key, cancellationToken) is { } known)
        {
            var started = await session.LoadAsync<Conversation>(known.Value.Conversation.Value, cancellationToken);
            return new StartedSession(known.Value.Id, started?.Value.Id, await RotateAsync(session, known, request.Key, now, cancellationToken));
        }

        var key = VisitorKey.Create();
        var visitor = new Visitor
        {
            Id = new(Guid.NewGuid()),
            Conversation = new(Guid.NewGuid()),
            KeyHash = VisitorKey.Hash(key),
            KeyIssuedAt = now,
            Site = request.Site,
        };
        session.Store(visitor, StreamVersion.None, 1);
        await session.CommitAsync(cancellationToken);
        return new StartedSession(visitor.Id, Conversation: null, key);
    }

    /// <summary>A key that has lived long enough is replaced; one that was just replaced is not asked again.</summary>
    private static async Task<string?> RotateAsync(
        IStoreSession session, Versioned<Visitor> known, string shown, Instant now, CancellationToken cancellation)
    {
        if (VisitorKey.Hash(shown) != known.Value.KeyHash || now - known.Value.KeyIssuedAt < Visitor.KeyLife)
        {
            return null;
        }

        var key = VisitorKey.Create();
        session.Store(known.Value.WithKey(key, now), known.Version, known.Version + 1);
        await session.CommitAsync(cancellation);
        return key;
    }
}
