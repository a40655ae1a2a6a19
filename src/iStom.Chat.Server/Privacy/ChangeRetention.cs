using FluentValidation;
using iStom.Chat.Domain;
using iStom.Chat.Domain.Privacy;
using iStom.Chat.Server.Contract;
using iStom.Chat.Server.Hosting.Commands;
using iStom.Chat.Server.Storage;
using iStom.Chat.Server.Storage.Changes;
using MediatR;
using NodaTime;

namespace iStom.Chat.Server.Privacy;

/// <summary>Changes how long things are kept. What has been kept for too long by then goes within the hours that follow, for good.</summary>
/// <param name="Version">The one that was read.</param>
[AllowStaff(AgentRole.Administrator)]
public sealed record ChangeRetention(AgentCaller Caller, RetentionSettings Wished, long Version) : AgentCommand<RetentionSettings>(Caller);

internal sealed class ChangeRetentionValidator : AbstractValidator<ChangeRetention>
{
    public ChangeRetentionValidator() => RuleFor(command => command.Wished).Must(wished => wished.IsSound()).WithErrorCode("retention-out-of-range");
}

internal sealed class ChangeRetentionHandler(IStore store, IClock clock) : IRequestHandler<ChangeRetention, Decision<RetentionSettings>>
{
    public async Task<Decision<RetentionSettings>> Handle(ChangeRetention request, CancellationToken cancellationToken)
    {
        var session = store.OpenSession();
        var before = await session.LoadAsync<RetentionSettings>(RetentionSettings.Only, cancellationToken);
        if ((before?.Version ?? StreamVersion.None) != request.Version)
        {
            return ChangeRefusals.ChangedMeanwhile;
        }

        session.Change(new RetentionSettingsChanged(before?.Value, request.Wished, request.Caller.Made(clock.GetCurrentInstant())), request.Version);
        await session.CommitAsync(cancellationToken);
        return request.Wished;
    }
}
