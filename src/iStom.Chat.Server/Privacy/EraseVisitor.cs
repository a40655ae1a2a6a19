using iStom.Chat.Domain;
using iStom.Chat.Server.Hosting.Commands;
using iStom.Chat.Server.Hosting.Identity;
using MediatR;
using NodaTime;

namespace iStom.Chat.Server.Privacy;

/// <summary>
/// An administrator erases a visitor, for good. Noted in the erasure ledger first. Refuses <c>visitor-not-found</c>;
/// said again it succeeds.
/// </summary>
[AllowStaff(AgentRole.Administrator)]
public sealed record EraseVisitor(AgentCaller Caller, VisitorId Visitor) : AgentCommand<VisitorId>(Caller);

internal sealed class EraseVisitorHandler(VisitorErasure erasure, ErasureLedger ledger, LiveSockets sockets, IClock clock) : IRequestHandler<EraseVisitor, Decision<VisitorId>>
{
    private static readonly Refusal NotFound = new("visitor-not-found");

    public async Task<Decision<VisitorId>> Handle(EraseVisitor request, CancellationToken cancellationToken)
    {
        if (!await erasure.KnowsAsync(request.Visitor, cancellationToken))
        {
            return NotFound;
        }

        var now = clock.GetCurrentInstant();
        await ledger.AppendAsync(new(now, request.Visitor, request.Caller.Agent), cancellationToken);
        await erasure.EraseAsync(request.Visitor, Actor.Of(request.Caller.Agent), now, cancellationToken);
        foreach (var id in await erasure.WhoAsync(request.Visitor, cancellationToken))
        {
            sockets.CloseVisitor(id);
        }

        return request.Visitor;
    }
}
