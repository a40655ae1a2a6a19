using iStom.Chat.Server.Hosting.HealthCauses;

namespace iStom.Chat.Server.Hosting;

/// <summary>What the person who runs the server sees of it.</summary>
public static class OperationsRegistration
{
    public static void AddOperations(this IServiceCollection services)
    {
        services.AddChatHealth();
        services.AddSingleton<Telemetry>();
        services.AddHostedService(provider => provider.GetRequiredService<Telemetry>());
    }

    /// <summary>Before anything that is worth measuring.</summary>
    public static void StartOperations(this WebApplication app)
    {
        _ = app.Services.GetRequiredService<Telemetry>();
        app.WarnOfOldRuntime();
    }

    /// <summary>On every host: who asks for health is a machine next door.</summary>
    public static void MapOperations(this WebApplication app) => app.MapHealth();
}
