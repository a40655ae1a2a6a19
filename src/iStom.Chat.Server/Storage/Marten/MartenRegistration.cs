using iStom.Chat.Server.Storage.Marten;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace iStom.Chat.Server.Storage;

public static partial class StorageRegistration
{
    static partial void AddMarten(IServiceCollection services) =>
        services.Replace(ServiceDescriptor.Singleton<IStore, MartenStore>());

    static partial void PrepareMarten(IServiceProvider services, ref Task prepared)
    {
        if (services.GetRequiredService<IStore>() is MartenStore store)
        {
            prepared = store.PrepareAsync();
        }
    }
}
