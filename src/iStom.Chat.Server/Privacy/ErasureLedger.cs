using System.Text;
using Polly;
using Polly.Retry;

namespace iStom.Chat.Server.Privacy;

/// <summary>
/// Who was erased, in a file that is kept apart from the database and its backups: a restore brings erased texts back, and
/// replaying this file erases them again. A line is on the disk before its erasure commits. If a crash comes in between,
/// the replay completes what was asked for; a line too many is harmless. Lines are only ever added.
/// </summary>
public sealed class ErasureLedger
{
    private readonly string _path;
    private readonly ResiliencePipeline _patient;

    /// <param name="path">The file; made at the first entry, readable for this account alone.</param>
    /// <param name="time">For waiting while another process writes.</param>
    public ErasureLedger(string path, TimeProvider time)
    {
        _path = path;
        _patient = new ResiliencePipelineBuilder { TimeProvider = time }
            .AddRetry(new RetryStrategyOptions
            {
                ShouldHandle = new PredicateBuilder().Handle<IOException>(e => e is not (FileNotFoundException or DirectoryNotFoundException)),
                MaxRetryAttempts = 50,
                Delay = TimeSpan.FromMilliseconds(20),
                UseJitter = true,
            })
            .Build();
    }

    /// <summary>Returns when the entry is on the disk.</summary>
    /// <exception cref="IOException">It could not be written; then nothing may be erased either.</exception>
    public async Task AppendAsync(ErasureEntry entry, CancellationToken cancellation)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(_path))!);
        await _patient.ExecuteAsync(async token => await WriteAsync($"{entry}\n", token), cancellation);
    }

    /// <summary>All entries in order. A line that a crash has cut short is passed over: its erasure was never made.</summary>
    /// <exception cref="InvalidDataException">A line of full length is none of ours: better stop than leave somebody unerased.</exception>
    public async Task<IReadOnlyList<ErasureEntry>> ReadAsync(CancellationToken cancellation)
    {
        if (!File.Exists(_path))
        {
            return [];
        }

        var lines = await _patient.ExecuteAsync(async token => await File.ReadAllLinesAsync(_path, token), cancellation);
        return [.. lines.Index().Where(line => line.Item.Length >= ErasureEntry.Length).Select(line => Parse(line.Item, line.Index + 1))];
    }

    private ErasureEntry Parse(string line, int number)
    {
        try
        {
            return ErasureEntry.Parse(line);
        }
        catch (Exception e) when (e is FormatException or NodaTime.Text.UnparsableValueException)
        {
            throw new InvalidDataException($"Line {number} of the erasure ledger {_path} cannot be read.", e);
        }
    }

    private async Task WriteAsync(string line, CancellationToken cancellation)
    {
        var options = new FileStreamOptions
        {
            Mode = FileMode.OpenOrCreate, Access = FileAccess.ReadWrite, Share = FileShare.None, Options = FileOptions.WriteThrough, BufferSize = 0,
        };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        await using var file = new FileStream(_path, options);
        var bytes = Encoding.ASCII.GetBytes(EndsInsideALine(file) ? $"\n{line}" : line);
        file.Seek(0, SeekOrigin.End);
        await file.WriteAsync(bytes, cancellation);
        file.Flush(flushToDisk: true);
    }

    private static bool EndsInsideALine(FileStream file)
    {
        if (file.Length == 0)
        {
            return false;
        }

        file.Seek(-1, SeekOrigin.End);
        return file.ReadByte() != '\n';
    }
}
