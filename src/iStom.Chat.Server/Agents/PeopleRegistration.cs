using iStom.Chat.Domain.People;
using iStom.Chat.Server.Hosting.HealthCauses;
using iStom.Chat.Server.Storage.Changes;

namespace iStom.Chat.Server.Agents;

internal static class PeopleRegistration
{
    /// <summary>What the commands about accounts share.</summary>
    public static IServiceCollection AddPeople(this IServiceCollection services) => services
        .AddSingleton<AccountChanges>()
        .AddSingleton<NewAccounts>()
        .AddSingleton<Reauthentication>()
        .AddSingleton<SecondFactor>()
        .AddSingleton<LinkKeys>()
        .AddSingleton<Invitations>()
        .AddSingleton<PasswordResets>()
        .AddSingleton<PeopleReader>()
        .AddLive<Shift>()
        .AddSingleton<PaidCoverReader>()
        .AddSingleton<IHealthCause, PaidCoverHealth>()
        .AddSingleton<PasskeyCeremony>();
}
