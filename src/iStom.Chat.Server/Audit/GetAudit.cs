using System.Text.Json;
using FluentValidation;
using iStom.Chat.Domain;
using iStom.Chat.Server.Hosting.Commands;
using iStom.Chat.Server.Hosting.Identity;
using MediatR;
using NodaTime;

namespace iStom.Chat.Server.Audit;

/// <summary>The changes of what staff keep, newest first.</summary>
/// <param name="Filter">Which of them.</param>
/// <param name="Before">The last id of the page before this one; null for the first page.</param>
/// <param name="Limit">1 to <see cref="Longest"/>.</param>
[AllowStaff(AgentRole.Administrator)]
public sealed record GetAudit(AgentCaller Caller, AuditFilter Filter, Guid? Before, int Limit) : AgentCommand<AuditPage>(Caller)
{
    public const int Longest = 200;

    /// <summary>Where no limit is given.</summary>
    public const int Usual = 50;
}

/// <summary>kind: of what was changed, as <c>Clinic</c>; by: the agent; since: from this instant on; until: before this one. Null: any.</summary>
public sealed record AuditFilter(string? Kind, Guid? By, Instant? Since, Instant? Until);

/// <summary>next: the <c>before</c> of the next page; null on the last one.</summary>
public sealed record AuditPage(IReadOnlyList<AuditLine> Items, Guid? Next);

/// <summary>One change.</summary>
/// <param name="Kind">Of what was changed.</param>
/// <param name="Subject">Its id.</param>
/// <param name="Name">What people call it.</param>
/// <param name="From">The network address; null at the terminal and for what the product does by itself.</param>
/// <param name="Before">As it was; null when it was new.</param>
/// <param name="After">As it is; null when it is gone.</param>
public sealed record AuditLine(Guid Id, Instant At, string Kind, Guid Subject, string Name, AuditPerson By, string? From, JsonElement? Before, JsonElement? After);

/// <summary>Who made a change. id, name: null for the product itself.</summary>
public sealed record AuditPerson(ActorKind Kind, Guid? Id, string? Name);

internal sealed class GetAuditValidator : AbstractValidator<GetAudit>
{
    public GetAuditValidator() => RuleFor(command => command.Limit).InclusiveBetween(1, GetAudit.Longest).WithErrorCode("limit-out-of-range");
}

internal sealed class GetAuditHandler(AuditReader audit) : IRequestHandler<GetAudit, Decision<AuditPage>>
{
    public async Task<Decision<AuditPage>> Handle(GetAudit request, CancellationToken cancellationToken)
    {
        var lines = await audit.ReadAsync(request.Filter, request.Before, request.Limit + 1, cancellationToken);
        return lines.Count > request.Limit
            ? new AuditPage([.. lines.Take(request.Limit)], lines[request.Limit - 1].Id)
            : new AuditPage(lines, Next: null);
    }
}
