using iStom.Chat.Domain;
using iStom.Chat.Domain.Regulation;
using iStom.Chat.Domain.Tickets;
using iStom.Chat.Server.Contract;
using iStom.Chat.Server.Hosting;
using iStom.Chat.Server.Hosting.Commands;
using iStom.Chat.Server.Hosting.Identity;
using iStom.Chat.Server.Storage;
using MediatR;
using NodaTime;

namespace iStom.Chat.Server.Conversations;

/// <summary>What a visitor may say a new request is about, and the promise that each would give if it were sent now.</summary>
[AllowVisitor]
public sealed record GetKinds(VisitorCaller Caller) : VisitorCommand<KindOffer[]>(Caller);

internal sealed class GetKindsHandler(IStore store, ClaimHistories claims, TariffBook tariffs, LiveRegulation regulation, TicketMapper mapper, IClock clock)
    : IRequestHandler<GetKinds, Decision<KindOffer[]>>
{
    public async Task<Decision<KindOffer[]>> Handle(GetKinds request, CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        var session = store.OpenSession();
        var visitor = (await session.LoadAsync<Visitor>(request.Caller.Visitor.Value, cancellationToken))!.Value;
        var (tariff, offer) = await tariffs.WithOfferAsync(session, visitor.Clinic, now, cancellationToken);
        var history = await claims.OfAsync(visitor.Id, visitor.Clinic, now, cancellationToken);
        var words = offer.In(request.Caller.Language);
        return Enum.GetValues<RequestKind>()
            .Select(kind => Offer(kind, tariff, history, now, request.Caller.Language))
            .Select(known => known.Scope == Scope.Served || words.Length == 0 ? known : known with { Offer = words }).ToArray();
    }

    private KindOffer Offer(RequestKind kind, Tariff tariff, ClaimHistory history, Instant now, Language language)
    {
        var promise = TicketOpening.PromiseFor(kind, tariff, history, regulation.At(now), now);
        return new(kind, promise.Level, tariff.ScopeOf(kind), ConfirmationOf(kind, history), mapper.ToView(promise, now, language), Offer: null);
    }

    private static Confirmation ConfirmationOf(RequestKind kind, ClaimHistory history) =>
        !kind.IsRestoreWork() ? Confirmation.None : history.CountsAtOnce ? Confirmation.Later : Confirmation.First;
}
