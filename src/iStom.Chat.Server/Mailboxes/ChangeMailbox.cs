using FluentValidation;
using iStom.Chat.Domain;
using iStom.Chat.Domain.Mail;
using iStom.Chat.Server.Contract;
using iStom.Chat.Server.Hosting.Commands;
using iStom.Chat.Server.Hosting.Identity;
using iStom.Chat.Server.Storage;
using iStom.Chat.Server.Storage.Changes;
using iStom.Chat.Server.Storage.Outbox;
using MediatR;
using NodaTime;

namespace iStom.Chat.Server.Mailboxes;

/// <summary>A mailbox is added, changed, paused or let go on.</summary>
/// <param name="Wished">As it is to be, the hint of its secret apart; its id says which one.</param>
/// <param name="IncomingSecret">The password by which mail is fetched; null: the one that there is.</param>
/// <param name="OutgoingSecret">The password by which mail is sent; null: the one that there is.</param>
/// <param name="HandOver">Whether mail may be handed over by HTTP: a first secret is made and told this once.</param>
/// <param name="NewHandOver">That secret is made anew.</param>
/// <param name="Version">The one that was read; null adds the mailbox.</param>
[AllowStaff(AgentRole.Administrator)]
public sealed record ChangeMailbox(
    AgentCaller Caller, Mailbox Wished, string? IncomingSecret, string? OutgoingSecret, bool HandOver, bool NewHandOver, long? Version) : AgentCommand<ChangedMailbox>(Caller);

/// <summary>secret: by which we know whoever hands mail over; kept sealed, so never told again. Null where it stayed.</summary>
public sealed record ChangedMailbox(Mailbox Mailbox, long Version, string? Secret);

internal sealed class ChangeMailboxValidator : AbstractValidator<ChangeMailbox>
{
    private const int LongestSecret = 4096;

    public ChangeMailboxValidator()
    {
        RuleFor(command => command.Wished.Id.Value).NotEmpty().WithErrorCode("id-missing");
        RuleFor(command => command.Wished.Language).IsInEnum().WithErrorCode("unknown-language");
        RuleFor(command => command.IncomingSecret).MaximumLength(LongestSecret).WithErrorCode("text-too-long");
        RuleFor(command => command.OutgoingSecret).MaximumLength(LongestSecret).WithErrorCode("text-too-long");
    }
}

internal sealed class ChangeMailboxHandler(IStore store, LiveDocuments<Mailbox> boxes, MailSecrets secrets, OutboxQueue outbox, IClock clock) : IRequestHandler<ChangeMailbox, Decision<ChangedMailbox>>
{
    public async Task<Decision<ChangedMailbox>> Handle(ChangeMailbox request, CancellationToken cancellationToken)
    {
        var session = store.OpenSession();
        var before = await session.LoadAsync<Mailbox>(request.Wished.Id.Value, cancellationToken);
        if (before?.Version != request.Version)
        {
            return before is null ? MailboxRefusals.NotFound : ChangeRefusals.ChangedMeanwhile;
        }

        var accepted = MailboxRules.Accept(request.Wished);
        if ((accepted.Refusal ?? RefusalOf(accepted.Value, before?.Value, request)) is { } refusal)
        {
            return refusal;
        }

        var handOver = request.HandOver && (request.NewHandOver || before?.Value.HandOverHint is null) ? SigningSecrets.Create() : null;
        var after = accepted.Value with { HandOverHint = request.HandOver ? SigningSecrets.HintOf(handOver) ?? before?.Value.HandOverHint : null };
        var version = before?.Version ?? StreamVersion.None;
        session.Change(new MailboxChanged(before?.Value, after, request.Caller.Made(clock.GetCurrentInstant())), version);
        await secrets.KeepAsync(session, after.Id, MailSecret.Incoming, request.IncomingSecret, cancellationToken);
        await secrets.KeepAsync(session, after.Id, MailSecret.Outgoing, request.OutgoingSecret, cancellationToken);
        await secrets.KeepAsync(session, after.Id, MailSecret.HandOver, handOver, cancellationToken);
        await session.CommitAsync(cancellationToken);
        if (before is { Value.IsPaused: true } && !after.IsPaused)
        {
            await outbox.LetGoOnAsync([Letters.Kind], $"{nameof(LetterException)}: {LetterFailures.Paused}", clock.GetCurrentInstant(), cancellationToken);
        }

        return new ChangedMailbox(after, version + 1, handOver);
    }

    private Refusal? RefusalOf(Mailbox wished, Mailbox? before, ChangeMailbox request) =>
        boxes.All.Any(other => other.Id != wished.Id && string.Equals(other.Address, wished.Address, StringComparison.OrdinalIgnoreCase)) ? MailboxRefusals.AddressTaken
        : IsSecretMissing(wished.Incoming, before?.Incoming, request.IncomingSecret) ? MailboxRefusals.SecretMissingOf(nameof(request.IncomingSecret))
        : IsSecretMissing(wished.Outgoing, before?.Outgoing, request.OutgoingSecret) ? MailboxRefusals.SecretMissingOf(nameof(request.OutgoingSecret))
        : null;

    /// <summary>A secret that was given for one server is never shown to another.</summary>
    private static bool IsSecretMissing(MailServer? wished, MailServer? before, string? secret) =>
        wished is { User: not null, SignIn: MailSignIn.Password } && string.IsNullOrEmpty(secret)
        && (before is not { User: not null, SignIn: MailSignIn.Password } || (before.Host, before.Port, before.Security, before.User) != (wished.Host, wished.Port, wished.Security, wished.User));
}
