using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.Options;
using IPNetwork = System.Net.IPNetwork;

namespace iStom.Chat.Server.Hosting;

/// <summary>
/// Whose <c>X-Forwarded-For</c>, <c>-Proto</c> and <c>-Host</c> are believed: the setting <c>TrustedProxies</c>, addresses
/// and networks in a list or separated by commas. Without it nobody's, not even with ASP.NET Core's own switch for all.
/// </summary>
public static class TrustedProxies
{
    public const string ConfigurationKey = "TrustedProxies";

    public static void AddTrustedProxies(this IServiceCollection services) =>
        services.AddOptions<ForwardedHeadersOptions>().PostConfigure<IOptions<ProxyOptions>>((headers, proxies) => Apply(headers, proxies.Value.Networks));

    private static void Apply(ForwardedHeadersOptions headers, IReadOnlyList<IPNetwork> proxies)
    {
        headers.KnownProxies.Clear();
        headers.KnownIPNetworks.Clear();
        foreach (var proxy in proxies)
        {
            headers.KnownIPNetworks.Add(proxy);
        }

        // Two empty lists mean everybody to the middleware, hence None. Each of several proxies in a row must be known.
        headers.ForwardLimit = null;
        headers.ForwardedHeaders = proxies.Count == 0
            ? ForwardedHeaders.None
            : ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedHost;
    }
}
