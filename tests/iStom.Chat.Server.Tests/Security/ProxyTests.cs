using System.Collections.Concurrent;
using iStom.Chat.TestSupport;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace iStom.Chat.Server.Tests.Security;

/// <summary>Only proxies that we know may say for whom they ask.</summary>
public sealed class ProxyTests(TestDatabase databases)
{
    private readonly Probe _probe = new();

    [Theory]
    [InlineData("TrustedProxies", "")]
    [InlineData("TrustedProxies", "10.0.0.0/8, 192.168.1.1")]
    [InlineData("ForwardedHeaders_Enabled", "true")]
    public async Task What_a_stranger_says_of_itself_changes_nothing(string setting, string value)
    {
        var (address, scheme, host, origin) = await Ask(setting, value, "203.0.113.7");

        address.ShouldBe("127.0.0.1");
        scheme.ShouldBe("http");
        host.ShouldBe(origin);
    }

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("10.0.0.0/8,127.0.0.0/8")]
    public async Task A_trusted_proxy_is_believed(string proxies)
    {
        var (address, scheme, host, _) = await Ask("TrustedProxies", proxies, "203.0.113.7");

        address.ShouldBe("203.0.113.7");
        scheme.ShouldBe("https");
        host.ShouldBe("elsewhere.example");
    }

    [Fact]
    public async Task What_a_visitor_has_put_in_front_of_a_trusted_proxys_word_is_not_believed()
    {
        var (address, _, _, _) = await Ask("TrustedProxies", "127.0.0.1", "10.9.9.9, 203.0.113.7");

        address.ShouldBe("203.0.113.7");
    }

    private async Task<(string? Address, string Scheme, string Host, string Origin)> Ask(string setting, string value, string forwardedFor)
    {
        await using var server = await RunningServer.StartAsync(databases, builder =>
        {
            builder.UseSetting(setting, value);
            builder.ConfigureServices(services => services.AddSingleton<IStartupFilter>(_probe));
        });
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, $"http://127.0.0.1:{server.Port}/health/live");
        request.Headers.Host = new Uri(server.ChatOrigin).Authority;
        request.Headers.Add("X-Forwarded-For", forwardedFor);
        request.Headers.Add("X-Forwarded-Proto", "https");
        request.Headers.Add("X-Forwarded-Host", "elsewhere.example");
        using var response = await http.SendAsync(request, TestContext.Current.CancellationToken);
        response.EnsureSuccessStatusCode();
        var (address, scheme, host) = _probe.Seen.Single();
        return (address, scheme, host, new Uri(server.ChatOrigin).Authority);
    }

    /// <summary>Sees requests as the pipeline has left them.</summary>
    private sealed class Probe : IStartupFilter
    {
        public ConcurrentQueue<(string? Address, string Scheme, string Host)> Seen { get; } = new();

        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use(async (context, rest) =>
            {
                await rest(context);
                Seen.Enqueue((context.Connection.RemoteIpAddress?.MapToIPv4().ToString(), context.Request.Scheme, context.Request.Host.Value!));
            });
            next(app);
        };
    }
}
