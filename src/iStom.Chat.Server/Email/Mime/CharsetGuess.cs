using System.Text;
using System.Text.Unicode;

namespace iStom.Chat.Server.Email.Mime;

/// <summary>In which charset bytes look most like the mail that people in Russia send.</summary>
internal static class CharsetGuess
{
    /// <summary>Bytes that are looked at, from the first one beyond ASCII.</summary>
    public const int SampleBytes = 4096;

    /// <summary>By how much another charset has to look better before a label is not believed.</summary>
    private const double Trust = 2;

    /// <summary>What each sequence of UTF-8 in valid UTF-8 counts for: chance does not write them.</summary>
    private const double Sequence = 2;

    /// <summary>The candidates, the likelier ones first, and what they are given or taken for that.</summary>
    private static readonly (Encoding Encoding, double Likelihood)[] Candidates =
    [
        (Encoding.UTF8, 0),
        (CodePage(1251), 0),
        (CodePage(20866), -0.5),
        (CodePage(1252), -1),
        (CodePage(866), -2),
        (CodePage(28595), -2),
    ];

    /// <param name="bytes">With at least one byte beyond ASCII.</param>
    /// <param name="labelled">What they are said to be; preferred.</param>
    public static Encoding Of(ReadOnlySpan<byte> bytes, Encoding? labelled)
    {
        var sample = Sample(bytes);
        var best = labelled ?? Encoding.UTF8;
        var bestScore = labelled is null ? double.NegativeInfinity : Score(sample, labelled) + Trust;
        foreach (var (encoding, likelihood) in Candidates)
        {
            var score = Score(sample, encoding) + likelihood;
            (best, bestScore) = score > bestScore ? (encoding, score) : (best, bestScore);
        }

        return best;
    }

    private static double Score(ReadOnlySpan<byte> sample, Encoding encoding)
    {
        var text = encoding.GetString(sample);
        var likeness = RussianLikeness.Of(text);
        return encoding.CodePage == Encoding.UTF8.CodePage && Utf8.IsValid(sample) ? likeness + (Sequence * text.Count(letter => letter > 0x7F)) : likeness;
    }

    /// <summary>Cut where a character of UTF-8 begins.</summary>
    private static ReadOnlySpan<byte> Sample(ReadOnlySpan<byte> bytes)
    {
        var start = Math.Max(0, bytes.IndexOfAnyInRange((byte)0x80, (byte)0xFF) - 1);
        var end = Math.Min(bytes.Length, start + SampleBytes);
        for (var back = 0; end < bytes.Length && back < 3 && (bytes[end] & 0xC0) == 0x80; back++)
        {
            end--;
        }

        return bytes[start..end];
    }

    private static Encoding CodePage(int number) => CodePagesEncodingProvider.Instance.GetEncoding(number)!;
}
