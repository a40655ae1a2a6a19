using Microsoft.Extensions.Options;
using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace iStom.Chat.Server.Hosting;

/// <summary>
/// Traces and metrics over OTLP. The sources are the frameworks' own and ours; their spans name routes, hub methods and SQL
/// with placeholders, never what people write.
/// </summary>
public sealed partial class Telemetry : IHostedService, IDisposable
{
    private static readonly string[] Sources = ["Microsoft.AspNetCore", "Microsoft.AspNetCore.SignalR.Server", "Npgsql"];
    private static readonly string[] Meters = ["iStom.Chat", "Microsoft.AspNetCore.*", "Npgsql", "System.Runtime"];
    private const int LongestFlush = 2000; // milliseconds
    private readonly TracerProvider? _traces;
    private readonly MeterProvider? _metrics;

    /// <summary>Builds the providers at once: what happens before them would not be seen.</summary>
    public Telemetry(IOptions<TelemetryOptions> options, ILogger<Telemetry> logger)
    {
        if (string.IsNullOrEmpty(options.Value.Otlp))
        {
            return;
        }

        var collector = options.Value.Otlp.TrimEnd('/');
        var resource = ResourceBuilder.CreateDefault().AddService("istom-chat", serviceInstanceId: Environment.MachineName);
        _traces = Sdk.CreateTracerProviderBuilder().SetResourceBuilder(resource)
            .SetSampler(new ParentBasedSampler(new TraceIdRatioBasedSampler(options.Value.TraceShare)))
            .AddSource(Sources).AddOtlpExporter(otlp => To(otlp, $"{collector}/v1/traces")).Build();
        _metrics = Sdk.CreateMeterProviderBuilder().SetResourceBuilder(resource)
            .AddMeter(Meters).AddOtlpExporter(otlp => To(otlp, $"{collector}/v1/metrics")).Build();
        Sending(logger, collector);
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Sends what is left, while the stop still waits for it.</summary>
    public Task StopAsync(CancellationToken cancellationToken) => Task.WhenAll(
        Task.Run(() => _traces?.ForceFlush(LongestFlush), cancellationToken),
        Task.Run(() => _metrics?.ForceFlush(LongestFlush), cancellationToken));

    public void Dispose()
    {
        _traces?.Dispose();
        _metrics?.Dispose();
    }

    private static void To(OtlpExporterOptions exporter, string address)
    {
        exporter.Protocol = OtlpExportProtocol.HttpProtobuf;
        exporter.Endpoint = new Uri(address);
    }

    [LoggerMessage(306, LogLevel.Information, "Traces and metrics are sent to {Collector}")]
    private static partial void Sending(ILogger logger, string collector);
}
