using iStom.Chat.Domain.Regulation;
using iStom.Chat.Server.Hosting;
using Microsoft.Extensions.DependencyInjection.Extensions;
using NodaTime;

namespace iStom.Chat.Server.Demo;

/// <summary>Development only: the three sites, and in the embedded database something to try the product with.</summary>
internal static class DemoRegistration
{
    /// <summary>Gives the embedded database's demo its clock.</summary>
    public static void AddDemo(this WebApplicationBuilder builder, ChatDatabase database)
    {
        if (builder.Environment.IsDevelopment() && database.DataFolder is not null && builder.Configuration["Demo:Clock"] != "real")
        {
            var real = (IClock)builder.Services.Last(service => service.ServiceType == typeof(IClock)).ImplementationInstance!;
            builder.Services.Replace(ServiceDescriptor.Singleton<IClock>(new DemoClock(real, PromiseClock.Default)));
        }
    }

    /// <summary>Shows the sites; seeds the embedded database once and says where everything is.</summary>
    public static async Task UseDemoAsync(this WebApplication app, ChatDatabase database)
    {
        if (!app.Environment.IsDevelopment())
        {
            return;
        }

        app.MapDemoSites();
        if (database.DataFolder is null)
        {
            return;
        }

        var password = await DemoPassword.ReadOrCreateAsync(database.DataFolder);
        await DemoSeed.SeedAsync(app.Services, password);
        app.Lifetime.ApplicationStarted.Register(() => DemoAnnouncement.Print(app, password));
    }
}
