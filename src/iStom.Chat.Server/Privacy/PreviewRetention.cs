using FluentValidation;
using iStom.Chat.Domain;
using iStom.Chat.Domain.Privacy;
using iStom.Chat.Server.Hosting.Commands;
using MediatR;
using NodaTime;

namespace iStom.Chat.Server.Privacy;

/// <summary>What would go today by these times. Changes nothing.</summary>
[AllowStaff(AgentRole.Administrator)]
public sealed record PreviewRetention(AgentCaller Caller, RetentionSettings Wished) : AgentCommand<RetentionPreview>(Caller);

internal sealed class PreviewRetentionValidator : AbstractValidator<PreviewRetention>
{
    public PreviewRetentionValidator() => RuleFor(command => command.Wished).Must(wished => wished.IsSound()).WithErrorCode("retention-out-of-range");
}

internal sealed class PreviewRetentionHandler(Outdated outdated, IClock clock) : IRequestHandler<PreviewRetention, Decision<RetentionPreview>>
{
    public async Task<Decision<RetentionPreview>> Handle(PreviewRetention request, CancellationToken cancellationToken) =>
        await outdated.CountAsync(request.Wished, clock.GetCurrentInstant(), cancellationToken);
}
