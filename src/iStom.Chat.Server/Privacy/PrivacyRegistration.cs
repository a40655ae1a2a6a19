using iStom.Chat.Server.Hosting;
using iStom.Chat.Server.Hosting.Commands;

namespace iStom.Chat.Server.Privacy;

public static class PrivacyRegistration
{
    /// <summary>The setting with the ledger's path; by default it lies in the data folder, beside the embedded database, not in it.</summary>
    public const string LedgerSetting = "ErasureLedger";

    public static IServiceCollection AddPrivacy(this IServiceCollection services) => services
        .AddSingleton(provider => new ErasureLedger(LedgerPath(provider), provider.GetRequiredService<TimeProvider>()))
        .AddSingleton<VisitorErasure>()
        .AddSingleton<ErasureReplay>()
        .AddSingleton<Outdated>()
        .AddHostedService<PeriodicCommand<RunRetention>>();

    private static string LedgerPath(IServiceProvider provider)
    {
        var (configuration, root) = (provider.GetRequiredService<IConfiguration>(), provider.GetRequiredService<IWebHostEnvironment>().ContentRootPath);
        return configuration[LedgerSetting] is { Length: > 0 } path
            ? Path.GetFullPath(path, root)
            : Path.Combine(DataFolder.Locate(configuration, root), "erasures.txt");
    }
}
