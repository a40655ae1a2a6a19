using iStom.Chat.Domain.Phone;
using iStom.Chat.Server.Contract;
using iStom.Chat.Server.Hosting.Commands;
using iStom.Chat.Server.Hosting.Outbound;
using iStom.Chat.Server.Storage.Changes;

namespace iStom.Chat.Server.Calls;

internal static class CallRegistration
{
    public static IServiceCollection AddCalls(this IServiceCollection services) => services
        .AddLive<TelephonySettings>()
        .AddSingleton<PhoneBook>()
        .AddSingleton<CallReader>()
        .AddSingleton<Exchange>()
        .AddSingleton<IIntegration>(provider => provider.GetRequiredService<Exchange>())
        .AddHostedService<PeriodicCommand<RemoveOldCalls>>();
}
