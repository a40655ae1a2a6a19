using System.Net;

namespace iStom.Chat.Server.Hosting;

/// <summary>The proxies in front of this server.</summary>
public sealed class ProxyOptions
{
    private readonly List<IPNetwork> _networks = [];
    private readonly List<string> _errors = [];

    public IReadOnlyList<IPNetwork> Networks => _networks;

    /// <summary>Every entry that is neither an address nor a network, in words.</summary>
    public IReadOnlyList<string> Errors => _errors;

    public void Read(IConfiguration configuration)
    {
        var section = configuration.GetSection(TrustedProxies.ConfigurationKey);
        foreach (var entry in section.GetChildren().Select(child => child.Value).Prepend(section.Value).SelectMany(Split))
        {
            if (IPAddress.TryParse(entry, out var address))
            {
                _networks.Add(new(address, address.GetAddressBytes().Length * 8));
            }
            else if (IPNetwork.TryParse(entry, out var network))
            {
                _networks.Add(network);
            }
            else
            {
                _errors.Add($"{TrustedProxies.ConfigurationKey}: \"{entry}\" is neither an address nor a network such as 10.0.0.0/8");
            }
        }
    }

    private static string[] Split(string? entry) =>
        (entry ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
