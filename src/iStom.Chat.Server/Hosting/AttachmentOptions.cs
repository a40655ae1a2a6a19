using System.Net;
using System.Net.Sockets;

namespace iStom.Chat.Server.Hosting;

/// <summary>What may be attached, and where it is kept: the configuration section <c>Attachments</c>.</summary>
public sealed record AttachmentOptions
{
    /// <summary>The setting with the folder.</summary>
    public const string FolderSetting = "Attachments:Folder";

    /// <summary>Where files are kept; by default in the data folder. What is being received stands there too, whatever keeps it in the end.</summary>
    public string? Folder { get; init; }

    /// <summary>Largest file, in bytes.</summary>
    public long MaxBytes { get; init; } = 10 * 1024 * 1024;

    /// <summary>Most files of one message; twice as many may wait for theirs.</summary>
    public int MaxFiles { get; init; } = 10;

    /// <summary>What is left free on the folder's disk, in bytes: others, as the database, live there too.</summary>
    public long KeepFree { get; init; } = 256 * 1024 * 1024;

    /// <summary>A clamd that looks at every file: <c>tcp://127.0.0.1:3310</c> or <c>unix:/run/clamav/clamd.ctl</c>; null: nobody looks.</summary>
    public string? Scanner { get; init; }

    /// <summary>What becomes of a file where the scanner does not answer.</summary>
    public UnscannedFile WhenScannerAway { get; init; } = UnscannedFile.Refuse;

    /// <summary>A bucket that keeps the files; null: the folder does.</summary>
    public S3Options? S3 { get; init; }

    /// <summary>Where the scanner listens; null where there is none.</summary>
    internal EndPoint? ScannerAddress => Scanner switch
    {
        { } unix when unix.StartsWith("unix:", StringComparison.Ordinal) && unix.Length > "unix:".Length => new UnixDomainSocketEndPoint(unix["unix:".Length..]),
        { } tcp when Uri.TryCreate(tcp, UriKind.Absolute, out var uri) && uri is { Scheme: "tcp", Port: > 0 } => new DnsEndPoint(uri.Host, uri.Port),
        _ => null,
    };

    /// <summary>Every setting that makes no sense, in words.</summary>
    public IEnumerable<string> Errors()
    {
        if (MaxBytes < 1)
        {
            yield return "Attachments:MaxBytes must be at least 1";
        }

        if (MaxFiles < 1)
        {
            yield return "Attachments:MaxFiles must be at least 1";
        }

        if (Scanner is not null && ScannerAddress is null)
        {
            yield return "Attachments:Scanner must be like tcp://127.0.0.1:3310 or unix:/run/clamav/clamd.ctl";
        }

        foreach (var error in S3?.Errors() ?? [])
        {
            yield return error;
        }
    }
}

/// <summary>What becomes of a file at which nobody could look.</summary>
public enum UnscannedFile
{
    Refuse,
    Pass,
}

/// <summary>A bucket of any server that speaks S3.</summary>
public sealed record S3Options
{
    /// <summary>The server: <c>https://s3.example.org</c>. The bucket stands in the path.</summary>
    public required string ServiceUrl { get; init; }

    public required string Bucket { get; init; }

    public required string AccessKey { get; init; }

    public required string SecretKey { get; init; }

    /// <summary>With which requests are signed; most servers take any.</summary>
    public string Region { get; init; } = "us-east-1";

    public IEnumerable<string> Errors()
    {
        if (!Uri.TryCreate(ServiceUrl, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https"))
        {
            yield return "Attachments:S3:ServiceUrl must be like https://s3.example.org";
        }

        if (new[] { Bucket, AccessKey, SecretKey, Region }.Any(string.IsNullOrWhiteSpace))
        {
            yield return "Attachments:S3 needs Bucket, AccessKey, SecretKey and Region";
        }
    }
}
