using System.Net;
using System.Net.Sockets;

namespace iStom.Chat.Server.Hosting;

/// <summary>What counts as one address: an IPv4 address, or an IPv6 /64, which is what one subscriber is given.</summary>
public static class ClientAddress
{
    private const int SubscriberBytes = 8;

    /// <summary>The network of an address, where one person may have several: an IPv4 /24, an IPv6 /64.</summary>
    public static string NetworkOf(IPAddress? address)
    {
        var one = Of(address);
        return one.Contains('.', StringComparison.Ordinal) ? one[..one.LastIndexOf('.')] : one;
    }

    public static string Of(IPAddress? address)
    {
        if (address is null)
        {
            return "local";
        }

        if (address.IsIPv4MappedToIPv6)
        {
            return address.MapToIPv4().ToString();
        }

        return address.AddressFamily == AddressFamily.InterNetworkV6 && !IPAddress.IsLoopback(address)
            ? Convert.ToHexString(address.GetAddressBytes().AsSpan(0, SubscriberBytes))
            : address.ToString();
    }
}
