using System.Collections.Frozen;
using System.Text.RegularExpressions;
using iStom.Chat.Domain;

namespace iStom.Chat.Server.Hosting.Identity;

/// <summary>
/// What a password must be: long, and not among those that are tried first. No mixture of signs is asked for (NIST SP 800-63B
/// §5.1.1.2). The commonest long passwords are common words, names, years and rows of keys put together; so a password is refused
/// when these parts leave too little of it, which refuses every combination of them without a list of millions.
/// </summary>
public static partial class PasswordRules
{
    private const int Shortest = 12;
    private const int Longest = 200;

    /// <summary>What must be left without the parts that everybody guesses.</summary>
    private const int OwnSigns = 4;

    private static readonly Refusal TooShort = new("password-too-short");
    private static readonly Refusal TooLong = new("password-too-long");
    private static readonly Refusal TooCommon = new("password-too-common");

    private static readonly string[] Rows = ["qwertyuiop", "asdfghjkl", "zxcvbnm", "1234567890", "йцукенгшщзхъ", "фывапролджэ", "ячсмитьбю", "qazwsxedcrfvtgbyhnujmikolp", "1qaz2wsx3edc4rfv5tgb6yhn7ujm", "1q2w3e4r5t6y7u8i9o0p", "q1w2e3r4t5y6u7i8o9p0"];

    private static readonly FrozenSet<string> Words = ReadWords();

    /// <summary>Null: it may be the password of this account.</summary>
    public static Refusal? Check(string password, string email, string name) => password.Length switch
    {
        < Shortest => TooShort,
        > Longest => TooLong,
        _ => IsCommon(password.ToLowerInvariant(), PartsOf(email, name)) ? TooCommon : null,
    };

    private static bool IsCommon(string password, IReadOnlyList<string> own) =>
        Left(password, own).Length < OwnSigns || Left(Unmasked(password), own).Length < OwnSigns || password.Distinct().Count() < OwnSigns || IsRepeated(password);

    /// <summary>What remains without common words, parts of the account, years, rows of keys and repetitions. Longer words first.</summary>
    private static string Left(string password, IReadOnlyList<string> own)
    {
        var left = own.Concat(Words).OrderByDescending(word => word.Length).Aggregate(password, (text, word) => text.Replace(word, " ", StringComparison.Ordinal));
        left = Same().Replace(Year().Replace(left, " "), " ");
        return string.Concat(Sequences(left).Where(char.IsLetterOrDigit).Distinct());
    }

    /// <summary>As if it were written in letters: <c>p@ssw0rd</c>.</summary>
    private static string Unmasked(string password) =>
        password.Replace('@', 'a').Replace('0', 'o').Replace('!', 'i').Replace('$', 's');

    /// <summary>Drops runs of three and more neighbours of the alphabet or the keyboard, in either direction.</summary>
    private static string Sequences(string text)
    {
        var kept = new System.Text.StringBuilder();
        for (var start = 0; start < text.Length;)
        {
            var end = start + 1;
            for (var step = end < text.Length ? StepOf(text[start], text[end]) : 0; step != 0 && end < text.Length && StepOf(text[end - 1], text[end]) == step; end++)
            {
            }

            _ = end - start < 3 ? kept.Append(text.AsSpan(start, end - start)) : kept.Append(' ');
            start = end;
        }

        return kept.ToString();
    }

    /// <summary>±1: neighbours of the alphabet; ±2: of the keyboard; 0: neither.</summary>
    private static int StepOf(char first, char second) => (second - first) switch
    {
        _ when !char.IsLetterOrDigit(first) => 0,
        1 => 1,
        -1 => -1,
        _ when Array.Exists(Rows, row => row.Contains($"{first}{second}", StringComparison.Ordinal)) => 2,
        _ => Array.Exists(Rows, row => row.Contains($"{second}{first}", StringComparison.Ordinal)) ? -2 : 0,
    };

    /// <summary>A beginning of at most half, said again and again.</summary>
    private static bool IsRepeated(string password) =>
        Enumerable.Range(1, password.Length / 2).Any(period => Enumerable.Range(period, password.Length - period).All(i => password[i] == password[i - period]));

    private static string[] PartsOf(string email, string name) =>
        [.. email.Split('@', '.', '-', '_', '+').Concat(name.Split(' ', '-')).Where(part => part.Length > 2).Select(part => part.ToLowerInvariant())];

    private static FrozenSet<string> ReadWords()
    {
        using var reader = new StreamReader(typeof(PasswordRules).Assembly.GetManifestResourceStream("common-words.txt")!);
        return reader.ReadToEnd().Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);
    }

    [GeneratedRegex(@"(19|20)\d\d", RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex Year();

    [GeneratedRegex(@"(?<sign>.)\k<sign>{2,}", RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex Same();
}
