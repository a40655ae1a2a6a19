using iStom.Chat.Domain.Mail;
using iStom.Chat.Server.Contract;
using iStom.Chat.Server.Hosting.Commands;
using iStom.Chat.Server.Storage.Changes;
using iStom.Chat.Server.Storage.Outbox;

namespace iStom.Chat.Server.Mailboxes;

internal static class MailboxRegistration
{
    public static IServiceCollection AddMailboxes(this IServiceCollection services) => services
        .AddLive<Mailbox>()
        .AddLive<MailSettings>()
        .AddSingleton<MailSettingsBook>()
        .AddSingleton<Letters>()
        .AddSingleton<LetterTexts>()
        .AddSingleton<LetterWriter>()
        .AddSingleton<SendingMailboxes>()
        .AddSingleton<AlarmLetters>()
        .AddSingleton<LetterBox>()
        .AddSingleton<MailSecrets>()
        .AddSingleton<MailTokens>()
        .AddSingleton<MailPlaces>()
        .AddSingleton<MailGate>()
        .AddSingleton<MailClinics>()
        .AddSingleton<MailEntry>()
        .AddSingleton<MailFiles>()
        .AddSingleton<MailReturns>()
        .AddSingleton<MailReports>()
        .AddSingleton<MailServers>()
        .AddSingleton<MailHealthBook>()
        .AddSingleton<MailboxFetch>()
        .AddSingleton<MailHandOver>()
        .AddSingleton<IOutboxHandler, LetterDelivery>()
        .AddHostedService<MailboxWatch>()
        .AddHostedService<PeriodicCommand<RemoveOldMail>>();
}
