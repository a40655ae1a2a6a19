using iStom.Chat.Server.Hosting;
using iStom.Chat.Server.Hosting.HealthCauses;
using Microsoft.Extensions.Options;

namespace iStom.Chat.Server.Attachments;

/// <summary>A scanner that does not answer: the server works, but files are refused, or pass unseen.</summary>
internal sealed class ScannerHealth(VirusScanner scanner, IOptions<AttachmentOptions> options) : IHealthCause
{
    public async Task<HealthFinding?> LookAsync(CancellationToken cancellation) => await scanner.IsThereAsync(cancellation)
        ? null
        : new("scanner-away", Blocks: false, options.Value.WhenScannerAway == UnscannedFile.Pass
            ? "the scanner of files does not answer: files pass unseen"
            : "the scanner of files does not answer: no file is taken");
}
