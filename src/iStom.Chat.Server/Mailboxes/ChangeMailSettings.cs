using FluentValidation;
using iStom.Chat.Domain;
using iStom.Chat.Domain.Mail;
using iStom.Chat.Server.Contract;
using iStom.Chat.Server.Hosting.Commands;
using iStom.Chat.Server.Storage;
using iStom.Chat.Server.Storage.Changes;
using MediatR;
using NodaTime;

namespace iStom.Chat.Server.Mailboxes;

/// <summary>Changes the settings of mail, for what comes in and is answered from now on.</summary>
/// <param name="Version">The one that was read.</param>
[AllowStaff(AgentRole.Administrator)]
public sealed record ChangeMailSettings(AgentCaller Caller, MailSettings Wished, long Version) : AgentCommand<KeptMailSettings>(Caller);

/// <summary>version: to be said with a change.</summary>
public sealed record KeptMailSettings(MailSettings Settings, long Version);

internal sealed class ChangeMailSettingsValidator : AbstractValidator<ChangeMailSettings>
{
    private const string Code = "mail-limit-out-of-range";

    public ChangeMailSettingsValidator()
    {
        RuleFor(command => command.Wished.LargestMebibytes).InclusiveBetween(1, MailSettings.LargestMail).WithErrorCode(Code).OverridePropertyName(nameof(MailSettings.LargestMebibytes));
        RuleFor(command => command.Wished.MostPerHour).InclusiveBetween(1, MailSettings.LargestPerHour).WithErrorCode(Code).OverridePropertyName(nameof(MailSettings.MostPerHour));
        RuleFor(command => command.Wished.MostAcknowledgements).InclusiveBetween(0, MailSettings.LargestAcknowledgements).WithErrorCode(Code).OverridePropertyName(nameof(MailSettings.MostAcknowledgements));
        RuleFor(command => command.Wished.ReadingMinutes).InclusiveBetween(0, MailSettings.LongestReading).WithErrorCode(Code).OverridePropertyName(nameof(MailSettings.ReadingMinutes));
        RuleFor(command => command.Wished.HeldBackDays).InclusiveBetween(1, MailSettings.LongestHeldBack).WithErrorCode(Code).OverridePropertyName(nameof(MailSettings.HeldBackDays));
    }
}

internal sealed class ChangeMailSettingsHandler(IStore store, IClock clock) : IRequestHandler<ChangeMailSettings, Decision<KeptMailSettings>>
{
    public async Task<Decision<KeptMailSettings>> Handle(ChangeMailSettings request, CancellationToken cancellationToken)
    {
        var session = store.OpenSession();
        var before = await session.LoadAsync<MailSettings>(MailSettings.Only, cancellationToken);
        if ((before?.Version ?? StreamVersion.None) != request.Version)
        {
            return ChangeRefusals.ChangedMeanwhile;
        }

        session.Change(new MailSettingsChanged(before?.Value, request.Wished, request.Caller.Made(clock.GetCurrentInstant())), request.Version);
        await session.CommitAsync(cancellationToken);
        return new KeptMailSettings(request.Wished, request.Version + 1);
    }
}
