using FluentValidation;
using iStom.Chat.Domain;
using iStom.Chat.Domain.Alarms;
using iStom.Chat.Domain.Mail;
using iStom.Chat.Server.Contract;
using iStom.Chat.Server.Hosting.Commands;
using iStom.Chat.Server.Hosting.Identity;
using iStom.Chat.Server.Hosting.Outbound;
using iStom.Chat.Server.Storage;
using iStom.Chat.Server.Storage.Changes;
using MediatR;
using NodaTime;

namespace iStom.Chat.Server.Alarms;

/// <summary>Changes who is told of what. A first address gets a secret, which is told this once; a new one is made where it is asked for.</summary>
/// <param name="Wished">As it is to be, the secret's hint apart.</param>
/// <param name="Version">The one that was read.</param>
[AllowStaff(AgentRole.Administrator)]
public sealed record ChangeAlarms(AgentCaller Caller, AlarmSettings Wished, bool NewSecret, long Version) : AgentCommand<ChangedAlarms>(Caller);

/// <summary>secret: by which the other program knows that it is us; kept sealed, so never told again. Null where it stayed.</summary>
public sealed record ChangedAlarms(AlarmSettings Settings, long Version, string? Secret);

internal sealed class ChangeAlarmsValidator : AbstractValidator<ChangeAlarms>
{
    public ChangeAlarmsValidator(OutboundGuard guard)
    {
        RuleFor(command => command.Wished.RepeatMinutes).InclusiveBetween(AlarmSettings.ShortestRepeat, AlarmSettings.LongestRepeat).WithErrorCode("repeat-out-of-range").OverridePropertyName("RepeatMinutes");
        RuleFor(command => command.Wished.WebhookUrl).Must(url => url is null || guard.Accept(url) is not null).WithErrorCode("webhook-not-allowed").OverridePropertyName("WebhookUrl");
        RuleFor(command => command.Wished.WebhookUrl).NotNull().When(command => command.Wished.UsesWebhook()).WithErrorCode("webhook-missing").OverridePropertyName("WebhookUrl");
        RuleFor(command => command.Wished.MailTo).NotEmpty().When(command => command.Wished.UsesMail()).WithErrorCode("alarm-addresses-missing").OverridePropertyName("MailTo");
        RuleFor(command => command.Wished.MailTo).Must(to => to.Count <= AlarmSettings.MostAddresses).WithErrorCode("too-many-addresses").OverridePropertyName("MailTo");
        RuleFor(command => command.Wished.MailTo).Must(to => to.All(MailboxRules.IsAddress)).WithErrorCode("email-malformed").OverridePropertyName("MailTo");
    }
}

internal sealed class ChangeAlarmsHandler(IStore store, SealedSecrets secrets, IClock clock) : IRequestHandler<ChangeAlarms, Decision<ChangedAlarms>>
{
    public async Task<Decision<ChangedAlarms>> Handle(ChangeAlarms request, CancellationToken cancellationToken)
    {
        var session = store.OpenSession();
        var before = await session.LoadAsync<AlarmSettings>(AlarmSettings.Only, cancellationToken);
        if ((before?.Version ?? StreamVersion.None) != request.Version)
        {
            return ChangeRefusals.ChangedMeanwhile;
        }

        var secret = request.Wished.WebhookUrl is not null && (request.NewSecret || before?.Value.SecretHint is null) ? SigningSecrets.Create() : null;
        var after = request.Wished with { SecretHint = SigningSecrets.HintOf(secret) ?? before?.Value.SecretHint };
        session.Change(new AlarmSettingsChanged(before?.Value, after, request.Caller.Made(clock.GetCurrentInstant())), request.Version);
        if (secret is not null)
        {
            await secrets.KeepAsync(session, AlarmSettings.Only, secret, cancellationToken);
        }

        await session.CommitAsync(cancellationToken);
        return new ChangedAlarms(after, request.Version + 1, secret);
    }
}
