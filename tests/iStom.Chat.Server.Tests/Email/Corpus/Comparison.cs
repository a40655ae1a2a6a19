using System.Globalization;
using System.Text;
using iStom.Chat.Server.Email;
using iStom.Chat.Server.Email.Mime;

namespace iStom.Chat.Server.Tests.Email.Corpus;

/// <summary>Our reading of the corpus beside another parser's, field by field.</summary>
internal sealed class Comparison
{
    private int _compared;

    /// <summary><c>message/field</c> of each that is not the same, with both readings.</summary>
    private readonly Dictionary<string, string> _differences = new(StringComparer.Ordinal);

    /// <summary>Differences without a reason, and reasons without a difference.</summary>
    public IEnumerable<string> Unexplained(IReadOnlyCollection<string> known) =>
    [
        .. _differences.Where(difference => !known.Contains(difference.Key, StringComparer.Ordinal)).Select(difference => $"{difference.Key}: {difference.Value}"),
        .. known.Except(_differences.Keys, StringComparer.Ordinal).Select(name => $"{name}: is read alike now"),
    ];

    public static Comparison Of(IReadOnlyDictionary<string, PeerMail> peer)
    {
        var comparison = new Comparison();
        foreach (var message in CorpusMessages.All)
        {
            comparison.Compare(message.Name, MailReader.Read(message.Raw), peer[message.Name]);
        }

        return comparison;
    }

    public string Figures(string peer) =>
        string.Create(CultureInfo.InvariantCulture, $"{CorpusMessages.All.Count} messages, {_compared} fields compared with {peer}, {_compared - _differences.Count} agree, {_differences.Count} named differences");

    private void Compare(string name, MailMessage ours, PeerMail theirs)
    {
        if (theirs.Error is not null)
        {
            Check(name, "all", "", theirs.Error);
            return;
        }

        Check(name, "subject", Words(ours.Subject), Words(theirs.Subject!));
        Check(name, "from", string.Join(", ", ours.From.Select(from => Person(from.Name, from.DisplayAddress))), string.Join(", ", theirs.From!.Select(from => Person(from.Name, from.Address))));
        if (theirs.Text is not null)
        {
            Check(name, "text", Words(ours.Text), Words(theirs.Text));
        }

        Check(name, "files", string.Join(", ", ours.Attachments.Select(File)), string.Join(", ", theirs.Files!.Select((file, index) => $"{Named(file, ours.Attachments.ElementAtOrDefault(index))} {file.Type} {file.Content}")));
    }

    private void Check(string name, string field, string ours, string theirs)
    {
        _compared++;
        if (ours != theirs)
        {
            _differences.Add($"{name}/{field}", $"ours «{ours}», theirs «{theirs}»");
        }
    }

    private static string File(MailAttachment file) => $"{file.Name} {file.MediaType} {Convert.ToBase64String(file.Content.Span)}";

    /// <summary>Names that we make up are not compared.</summary>
    private static string Named(PeerFile file, MailAttachment? ours) => file.Name.Length > 0 ? file.Name : ours?.Name ?? "";

    private static string Person(string name, string address)
    {
        var plain = MailAddress.TryParse(address, out var parsed) ? parsed.DisplayAddress : address;
        return Words($"{name} {(name == address ? "" : plain)}");
    }

    /// <summary>How lines are broken and lists are marked is not compared.</summary>
    private static string Words(string text) => string.Join(' ', text.Normalize(NormalizationForm.FormC).Replace("\uFEFF", "", StringComparison.Ordinal).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Where(word => word is not ("-" or "*")));
}
