using FluentValidation;
using iStom.Chat.Domain;
using iStom.Chat.Domain.Development;
using iStom.Chat.Server.Contract;
using iStom.Chat.Server.Hosting.Commands;
using iStom.Chat.Server.Storage;
using MediatR;
using NodaTime;

namespace iStom.Chat.Server.Development;

/// <summary>An item is added or changed. What its customers were told of is changed no more.</summary>
/// <param name="Wished">As it is to be; its id says which one.</param>
/// <param name="Version">The one that was read; null adds the item.</param>
[AllowStaff]
public sealed record ChangeDevelopmentItem(AgentCaller Caller, DevelopmentItem Wished, long? Version) : AgentCommand<DevelopmentItemView>(Caller);

internal sealed class ChangeDevelopmentItemValidator : AbstractValidator<ChangeDevelopmentItem>
{
    public ChangeDevelopmentItemValidator()
    {
        RuleFor(command => command.Wished.Id.Value).NotEmpty().WithErrorCode("id-missing");
        RuleFor(command => command.Wished.Severity).IsInEnum().WithErrorCode("unknown-severity");
        RuleFor(command => command.Wished.State).IsInEnum().WithErrorCode("unknown-state");
    }
}

internal sealed class ChangeDevelopmentItemHandler(IStore store, ItemChanges changes, DevelopmentReader items, IClock clock) : IRequestHandler<ChangeDevelopmentItem, Decision<DevelopmentItemView>>
{
    public async Task<Decision<DevelopmentItemView>> Handle(ChangeDevelopmentItem request, CancellationToken cancellationToken)
    {
        var session = store.OpenSession();
        var before = await session.LoadAsync<DevelopmentItem>(request.Wished.Id.Value, cancellationToken);
        if (before?.Version != request.Version)
        {
            return before is null ? DevelopmentRefusals.NotFound : ChangeRefusals.ChangedMeanwhile;
        }

        var kept = await changes.KeepAsync(session, before, request.Wished, request.Caller.Made(clock.GetCurrentInstant()), cancellationToken);
        if (kept.Refusal is { } refusal)
        {
            return refusal;
        }

        await session.CommitAsync(cancellationToken);
        return (await items.FindAsync(request.Wished.Id, cancellationToken))!;
    }
}
