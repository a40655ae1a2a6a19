using FluentValidation;
using iStom.Chat.Domain;
using iStom.Chat.Server.Contract;
using iStom.Chat.Server.Hosting.Commands;
using iStom.Chat.Server.Hosting.Identity;
using MediatR;

namespace iStom.Chat.Server.Clinics;

/// <summary>All who write for a clinic.</summary>
/// <param name="After">The last of the page before this one; null for the first page.</param>
/// <param name="Limit">1 to 200.</param>
[AllowStaff]
public sealed record GetClinicVisitors(AgentCaller Caller, ClinicId Clinic, Guid? After, int Limit) : AgentCommand<ClinicVisitors>(Caller);

internal sealed class GetClinicVisitorsValidator : AbstractValidator<GetClinicVisitors>
{
    public GetClinicVisitorsValidator() => this.LimitIsSound(query => query.Limit);
}

internal sealed class GetClinicVisitorsHandler(ClinicReader clinics) : IRequestHandler<GetClinicVisitors, Decision<ClinicVisitors>>
{
    public async Task<Decision<ClinicVisitors>> Handle(GetClinicVisitors request, CancellationToken cancellationToken)
    {
        var found = await clinics.VisitorsAsync(request.Clinic, request.After, request.Limit + 1, cancellationToken);
        var page = found.Take(request.Limit).Select(visitor => ToView(visitor.Value)).ToList();
        return new ClinicVisitors(page, found.Count > request.Limit ? page[^1].Id : null);
    }

    private static ClinicVisitor ToView(Visitor visitor) => new(visitor.Id.Value, visitor.Conversation.Value, visitor.Name, visitor.Email, visitor.Site);
}
