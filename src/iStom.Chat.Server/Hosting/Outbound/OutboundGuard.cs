using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Options;

namespace iStom.Chat.Server.Hosting.Outbound;

/// <summary>
/// Keeps calls of other programs out of our own network (OWASP: server-side request forgery). A name is looked up once, right before
/// the connection, which then goes to the very addresses that were looked at.
/// </summary>
public sealed class OutboundGuard(IOptions<OutboundOptions> options)
{
    private const int Longest = 500;

    /// <summary>Null: it may not be called, whatever it resolves to.</summary>
    public Uri? Accept(string address) =>
        address.Length <= Longest && Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri is { UserInfo: "", Fragment: "" } && (IsListed(uri) || IsOrdinary(uri)) ? uri : null;

    public SocketsHttpHandler CreateHandler() => new()
    {
        AllowAutoRedirect = false,
        UseProxy = false,
        UseCookies = false,
        ConnectCallback = ConnectAsync,
    };

    private static bool IsOrdinary(Uri uri) => uri.Scheme == Uri.UriSchemeHttps && (!IPAddress.TryParse(uri.Host.Trim('[', ']'), out var address) || PublicAddress.Is(address));

    private bool IsListed(Uri uri) => options.Value.AllowedOrigins.Contains(uri.GetLeftPart(UriPartial.Authority), StringComparer.Ordinal);

    private async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellation)
    {
        var found = await Dns.GetHostAddressesAsync(context.DnsEndPoint.Host, cancellation);
        if (!IsListed(context.InitialRequestMessage.RequestUri!) && !Array.TrueForAll(found, PublicAddress.Is))
        {
            throw new OutboundException(OutboundFailures.AddressNotPublic);
        }

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(found, context.DnsEndPoint.Port, cancellation);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
