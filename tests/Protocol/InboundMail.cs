using System.Globalization;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;

namespace iStom.Chat.TestSupport;

/// <summary>Hands mail over as a mail server does: signed by the mailbox's secret.</summary>
public static class InboundMail
{
    public static async Task<HttpResponseMessage> HandOverAsync(RunningServer server, string secret, string raw, string? address, TimeSpan ago = default)
    {
        var bytes = Encoding.UTF8.GetBytes(raw.ReplaceLineEndings("\r\n"));
        var seconds = (server.Clock.GetCurrentInstant().ToUnixTimeSeconds() - (long)ago.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        var mac = Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), (byte[])[.. Encoding.ASCII.GetBytes($"{seconds}."), .. bytes]));
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, $"http://127.0.0.1:{server.Port}/api/mail/inbound") { Content = new ByteArrayContent(bytes) };
        request.Headers.Host = new Uri(server.DeskOrigin).Authority;
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("message/rfc822");
        request.Headers.Add("X-iStom-Mailbox", address);
        request.Headers.Add("X-iStom-Signature", $"t={seconds},v1={mac}");
        return await http.SendAsync(request, TestContext.Current.CancellationToken);
    }
}
