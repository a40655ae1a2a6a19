using iStom.Chat.Domain;

namespace iStom.Chat.Server.Storage.Changes;

public static class LiveRegistration
{
    /// <summary>Keeps all documents of a kind in memory.</summary>
    public static IServiceCollection AddLive<T>(this IServiceCollection services)
        where T : class, IKept => services
        .AddSingleton<LiveDocuments<T>>()
        .AddSingleton<ICommitListener>(provider => provider.GetRequiredService<LiveDocuments<T>>())
        .AddHostedService(provider => provider.GetRequiredService<LiveDocuments<T>>());
}
