using System.Globalization;
using iStom.Chat.Domain.Regulation;
using iStom.Chat.Server.Hosting;
using Microsoft.Extensions.Options;
using NodaTime;

namespace iStom.Chat.Server.Demo;

/// <summary>Says on the terminal where everything is.</summary>
internal static class DemoAnnouncement
{
    public static void Print(WebApplication app, string password)
    {
        var options = app.Services.GetRequiredService<IOptions<ChatOptions>>().Value;
        Console.WriteLine($"""

              iStom Chat is running. Ctrl-C stops it, the database too.

              Demo sites  {string.Join("  ", options.Sites.Select(site => site.Origins[0]))}
              Chat        {options.ChatOrigin}  (the lifebuoy's script, panel and hub)
              Desk        {options.DeskOrigin}/desk
              Sign in as  {string.Join(", ", DemoSeed.Agents.Select(agent => agent.Email))}
              Password    {password}
            {ClockLine(app.Services)}
            """);
    }

    private static string ClockLine(IServiceProvider services)
    {
        var clock = services.GetRequiredService<IClock>();
        return clock is DemoClock { IsAhead: true } ? $"""

              It is outside working hours, when only paid tickets may be taken; so this demo's clock says
              {Moscow(clock)} (Moscow). The real time: --Demo:Clock=real

            """ : "";
    }

    private static string Moscow(IClock clock) => clock.GetCurrentInstant().InZone(RegulationEdition.Current.Zone)
        .ToString("dddd d MMMM yyyy, HH:mm", CultureInfo.InvariantCulture);
}
