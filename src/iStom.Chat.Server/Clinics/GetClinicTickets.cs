using FluentValidation;
using iStom.Chat.Domain;
using iStom.Chat.Server.Contract;
using iStom.Chat.Server.Hosting.Commands;
using MediatR;
using NodaTime;

namespace iStom.Chat.Server.Clinics;

/// <summary>All tickets of a clinic, newest first.</summary>
/// <param name="Before">The last of the page before this one; null for the first page.</param>
/// <param name="Limit">1 to 200.</param>
[AllowStaff]
public sealed record GetClinicTickets(AgentCaller Caller, ClinicId Clinic, Guid? Before, int Limit) : AgentCommand<TicketPage>(Caller);

internal sealed class GetClinicTicketsValidator : AbstractValidator<GetClinicTickets>
{
    public GetClinicTicketsValidator() => this.LimitIsSound(query => query.Limit);
}

internal sealed class GetClinicTicketsHandler(TicketReader tickets, TicketMapper mapper, IClock clock) : IRequestHandler<GetClinicTickets, Decision<TicketPage>>
{
    public async Task<Decision<TicketPage>> Handle(GetClinicTickets request, CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        var found = await tickets.OfClinicAsync(request.Clinic, request.Before, request.Limit + 1, cancellationToken);
        return TicketPage.Of(found, request.Limit, row => mapper.ForList(row, now, request.Caller.Language));
    }
}
