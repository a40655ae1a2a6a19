using FluentValidation;
using iStom.Chat.Domain;
using iStom.Chat.Domain.Clinics;
using iStom.Chat.Server.Contract;
using iStom.Chat.Server.Hosting.Commands;
using MediatR;
using NodaTime;

namespace iStom.Chat.Server.Clinics;

/// <summary>The clinics by name, a page at a time.</summary>
/// <param name="Search">A part of a name, a number, a phone in any writing; null: all.</param>
/// <param name="After">The last of the page before this one; null for the first page.</param>
/// <param name="Limit">1 to 200.</param>
[AllowStaff]
public sealed record GetClinics(AgentCaller Caller, string? Search, Guid? After, int Limit) : AgentCommand<ClinicPage>(Caller);

internal sealed class GetClinicsValidator : AbstractValidator<GetClinics>
{
    public GetClinicsValidator()
    {
        this.LimitIsSound(query => query.Limit);
        RuleFor(query => query.Search).Must(search => search is not { Length: > ClinicRules.LongestLine }).WithErrorCode("text-too-long");
        RuleFor(query => query.Search).Must(search => search?.Contains('\0', StringComparison.Ordinal) != true).WithErrorCode("text-malformed");
    }
}

internal sealed class GetClinicsHandler(ClinicReader clinics, ClinicMapper mapper, IClock clock) : IRequestHandler<GetClinics, Decision<ClinicPage>>
{
    public async Task<Decision<ClinicPage>> Handle(GetClinics request, CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        var found = await clinics.ReadAsync(request.Search, request.After, request.Limit + 1, cancellationToken);
        var page = found.Take(request.Limit).Select(clinic => mapper.ToLine(clinic.Value, now)).ToList();
        return new ClinicPage(page, found.Count > request.Limit ? page[^1].Clinic.Id : null);
    }
}
