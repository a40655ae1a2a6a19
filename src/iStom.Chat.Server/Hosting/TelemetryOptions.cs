namespace iStom.Chat.Server.Hosting;

/// <summary>Where traces and metrics go: the configuration section <c>Telemetry</c>. Nowhere by default.</summary>
public sealed record TelemetryOptions
{
    /// <summary>A collector's address for OTLP over HTTP, such as <c>http://127.0.0.1:4318</c>.</summary>
    public string? Otlp { get; init; }

    /// <summary>The share of traces that is kept, from 0 to 1.</summary>
    public double TraceShare { get; init; } = 1;

    /// <summary>Every setting that makes no sense, in words.</summary>
    public IEnumerable<string> Errors()
    {
        if (!string.IsNullOrEmpty(Otlp) && !(Uri.TryCreate(Otlp, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https"))
        {
            yield return "Telemetry:Otlp must be an address such as http://127.0.0.1:4318";
        }

        if (TraceShare is not (>= 0 and <= 1))
        {
            yield return "Telemetry:TraceShare must be from 0 to 1";
        }
    }
}
