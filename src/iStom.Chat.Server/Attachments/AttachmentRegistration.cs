using iStom.Chat.Server.Contract;
using iStom.Chat.Server.Hosting;
using iStom.Chat.Server.Hosting.Commands;
using iStom.Chat.Server.Hosting.HealthCauses;
using iStom.Chat.Server.Storage.Outbox;
using Microsoft.Extensions.Options;

namespace iStom.Chat.Server.Attachments;

internal static class AttachmentRegistration
{
    public static IServiceCollection AddAttachments(this IServiceCollection services) => services
        .AddSingleton(provider => AttachmentFolder.Of(provider.GetRequiredService<IConfiguration>(), provider.GetRequiredService<IWebHostEnvironment>().ContentRootPath))
        .AddSingleton<IAttachmentStore>(provider => provider.GetRequiredService<IOptions<AttachmentOptions>>().Value.S3 is { } bucket
            ? new S3Store(bucket)
            : new FolderStore(provider.GetRequiredService<AttachmentFolder>()))
        .AddSingleton<IFileContents>(provider => provider.GetRequiredService<IAttachmentStore>())
        .AddSingleton<IncomingFolder>()
        .AddSingleton<VirusScanner>()
        .AddSingleton<KeptFiles>()
        .AddSingleton<IFileIntake, FileIntake>()
        .AddSingleton<IHealthCause, ScannerHealth>()
        .AddSingleton<IOutboxHandler, FileDeletion>()
        .AddHostedService<PeriodicCommand<RemoveForgottenFiles>>();
}
