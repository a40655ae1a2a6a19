using System.Collections.Concurrent;
using System.Text;
using iStom.Chat.TestSupport;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace iStom.Chat.Server.Tests.Hosting;

/// <summary>Traces and metrics reach a collector when one is set, and say nothing of what people write.</summary>
public sealed class TelemetryTests(TestDatabase databases)
{
    [Fact]
    public async Task A_collector_is_told_of_requests_calls_and_SQL_and_of_no_words()
    {
        await using var collector = await Collector.StartAsync();
        await using (var server = await RunningServer.StartAsync(databases, builder => builder.UseSetting("Telemetry:Otlp", collector.Address)))
        {
            await using var visitor = await TestVisitor.OpenAsync(server);
            await visitor.Send("Слово-примета");
        }

        var traces = collector.Heard("/v1/traces");
        traces.ShouldContain("istom-chat");
        traces.ShouldContain("POST /api/visitor/session");
        traces.ShouldContain("VisitorHub");
        traces.ShouldContain("rpc.method");
        traces.ShouldContain("mt_doc_visitor");
        collector.Heard("/v1/metrics").ShouldContain("istom.chat.command.duration");
        (traces + collector.Heard("/v1/metrics")).ShouldNotContain("примета");
    }

    private sealed class Collector : IAsyncDisposable
    {
        private readonly ConcurrentQueue<(string Path, string Body)> _heard = new();
        private readonly WebApplication _app;

        private Collector()
        {
            var builder = WebApplication.CreateSlimBuilder();
            builder.WebHost.UseUrls("http://127.0.0.1:0");
            _app = builder.Build();
            _app.Run(async context =>
            {
                using var body = new MemoryStream();
                await context.Request.Body.CopyToAsync(body);
                _heard.Enqueue((context.Request.Path, Encoding.UTF8.GetString(body.ToArray())));
                context.Response.StatusCode = StatusCodes.Status200OK;
            });
        }

        public string Address => _app.Services.GetRequiredService<Microsoft.AspNetCore.Hosting.Server.IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();

        public static async Task<Collector> StartAsync()
        {
            var collector = new Collector();
            await collector._app.StartAsync(TestContext.Current.CancellationToken);
            return collector;
        }

        public string Heard(string path) => string.Concat(_heard.Where(message => message.Path == path).Select(message => message.Body));

        public ValueTask DisposeAsync() => _app.DisposeAsync();
    }
}
