using System.Reflection;
using Microsoft.AspNetCore.SignalR;

namespace iStom.Chat.Server.Hosting;

/// <summary>The oldest patch of the runtime that is good enough: SignalR's fixes of autumn 2026 begin with it.</summary>
public static partial class RuntimePatch
{
    public static readonly Version Minimum = new(10, 0, 13);

    /// <summary>ASP.NET Core's, which is patched together with .NET but may be installed apart from it.</summary>
    public static Version Installed { get; } = Parse(
        typeof(HubConnectionContext).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion);

    public static bool IsBehind(Version installed) => installed < Minimum;

    /// <summary>The version in front of <c>-rc.1</c> and <c>+commit</c>.</summary>
    public static Version Parse(string? informational) =>
        Version.TryParse(informational?.Split('-', '+')[0], out var version) ? version : new Version(0, 0);

    public static void WarnOfOldRuntime(this WebApplication app)
    {
        if (IsBehind(Installed))
        {
            OldRuntime(app.Logger, Installed, Minimum);
        }
    }

    [LoggerMessage(300, LogLevel.Warning, "The installed ASP.NET Core runtime is {Installed}; {Minimum} has fixes of SignalR that this server needs. Update the runtime")]
    private static partial void OldRuntime(ILogger logger, Version installed, Version minimum);
}
