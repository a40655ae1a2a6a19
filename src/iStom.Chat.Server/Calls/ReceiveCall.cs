using FluentValidation;
using iStom.Chat.Domain;
using iStom.Chat.Domain.Conversations;
using iStom.Chat.Domain.Phone;
using iStom.Chat.Domain.Tickets;
using iStom.Chat.Server.Contract;
using iStom.Chat.Server.Hosting.Commands;
using iStom.Chat.Server.Hosting.Outbound;
using iStom.Chat.Server.Storage;
using MediatR;
using NodaTime;

namespace iStom.Chat.Server.Calls;

/// <summary>
/// The telephone exchange tells of an incoming call, or how far it has come. The same again changes nothing, and what comes late takes nothing
/// back. Refuses <c>calls-paused</c>.
/// </summary>
/// <param name="Id">What the exchange calls it.</param>
/// <param name="From">Who calls; null or empty where it is withheld.</param>
/// <param name="To">Which number of ours.</param>
/// <param name="At">When it began; null: now.</param>
/// <param name="Seconds">How long it lasted, where it has ended.</param>
[AllowExchange]
public sealed record ReceiveCall(string Id, string? From, string? To, CallState State, Instant? At, int? Seconds) : ICommand, IRequest<Decision<Guid>>
{
    /// <summary>Longest id or number, in UTF-16 code units.</summary>
    public const int LongestLine = 200;

    Caller ICommand.By => ExchangeCaller.BySecret;
}

internal sealed class ReceiveCallValidator : AbstractValidator<ReceiveCall>
{
    public ReceiveCallValidator()
    {
        RuleFor(command => command.Id).NotEmpty().WithErrorCode("id-missing");
        RuleForEach(command => new[] { command.Id, command.From, command.To }).Must(line => line is not { Length: > ReceiveCall.LongestLine }).WithErrorCode("text-too-long").OverridePropertyName("Number");
        RuleForEach(command => new[] { command.Id, command.From, command.To }).Must(line => line is null || MessageText.IsWellFormed(line)).WithErrorCode("text-malformed").OverridePropertyName("Number");
        RuleFor(command => command.State).IsInEnum().WithErrorCode("unknown-call-state");
        RuleFor(command => command.Seconds).InclusiveBetween(0, (int)TicketCalls.Longest.TotalSeconds).WithErrorCode(PhoneRefusals.LengthOutOfRange.Code);
    }
}

internal sealed class ReceiveCallHandler(IStore store, PhoneBook phones, IntegrationSwitches switches, IClock clock) : IRequestHandler<ReceiveCall, Decision<Guid>>
{
    public async Task<Decision<Guid>> Handle(ReceiveCall request, CancellationToken cancellationToken)
    {
        if (switches.IsPaused(Exchange.IntegrationName))
        {
            return PhoneRefusals.Paused;
        }

        var (session, now, id) = (store.OpenSession(), clock.GetCurrentInstant(), PhoneCall.IdOf(request.Id));
        var before = await session.LoadAsync<PhoneCall>(id, cancellationToken);
        var after = before is null ? await NewAsync(request, id, now, cancellationToken) : before.Value.Told(request.State, request.Seconds, now);
        if (!ReferenceEquals(after, before?.Value))
        {
            session.Store(after, before?.Version ?? StreamVersion.None, (before?.Version ?? StreamVersion.None) + 1);
            await session.CommitAsync(cancellationToken);
        }

        return id;
    }

    /// <summary>An exchange whose clock is fast does not call from the future.</summary>
    private async Task<PhoneCall> NewAsync(ReceiveCall request, Guid id, Instant now, CancellationToken cancellation)
    {
        var from = string.IsNullOrWhiteSpace(request.From) ? null : request.From.Trim();
        var owners = phones.Find(from) is { } number ? await phones.OwnersAsync(number, cancellation) : NumberOwners.None;
        return new(id, Instant.Min(request.At ?? now, now), request.State, now)
        {
            From = from,
            To = request.To?.Trim(),
            WasAnswered = request.State == CallState.Answered || request.Seconds > 0,
            Seconds = request.Seconds,
            Clinics = [.. owners.Clinics.Select(clinic => clinic.Id)],
            Visitors = [.. owners.Visitors.Select(visitor => visitor.Id)],
            Name = owners.Name,
        };
    }
}
