using iStom.Chat.Server.Email;
using iStom.Chat.Server.Email.Mime;

namespace iStom.Chat.Server.Tests.Email.Corpus;

/// <summary>
/// Over two hundred messages are read as their writers meant them, and as Node's mailparser and Python's email read them,
/// but for differences that have a reason.
/// </summary>
public sealed class CorpusTests
{
    [Fact]
    public void Each_message_says_what_its_writer_meant()
    {
        CorpusMessages.All.Count.ShouldBeGreaterThanOrEqualTo(200);
        CorpusMessages.All.Select(message => message.Name).Distinct(StringComparer.Ordinal).Count().ShouldBe(CorpusMessages.All.Count);
        CorpusMessages.All.SelectMany(Mistakes).ShouldBeEmpty();
    }

    [Fact]
    public async Task Mailparser_reads_the_same_but_for_what_is_named()
    {
        var comparison = Comparison.Of(await Peers.MailparserAsync());
        TestContext.Current.TestOutputHelper!.WriteLine(comparison.Figures("mailparser"));

        comparison.Unexplained(KnownDifferences.OfMailparser).ShouldBeEmpty();
    }

    [Fact]
    public async Task Python_reads_the_same_but_for_what_is_named()
    {
        Assert.SkipUnless(Peers.HasPython, "python3 is not installed: its email package is not compared");
        var comparison = Comparison.Of(await Peers.PythonAsync());
        TestContext.Current.TestOutputHelper!.WriteLine(comparison.Figures("Python's email"));

        comparison.Unexplained(KnownDifferences.OfPython).ShouldBeEmpty();
    }

    private static IEnumerable<string> Mistakes(CorpusMessage message)
    {
        if (message.Truth is not { } truth)
        {
            return [];
        }

        var mail = MailReader.Read(message.Raw);
        (string Field, string Means, string Read)[] fields =
        [
            ("subject", truth.Subject, mail.Subject),
            ("from", truth.From, string.Join(", ", mail.From)),
            ("text", truth.Text.Replace("\uFEFF", "", StringComparison.Ordinal).TrimEnd(), mail.Text.Replace("\uFEFF", "", StringComparison.Ordinal).TrimEnd()),
            ("files", string.Join("; ", truth.Files.Select(file => $"{file.Name} {file.Type} {Convert.ToHexString(file.Content)}")), string.Join("; ", mail.Attachments.Select(file => $"{file.Name} {file.MediaType} {Convert.ToHexString(file.Content.Span)}"))),
        ];
        return fields.Where(field => field.Means != field.Read).Select(field => $"{message.Name}: {field.Field} is «{field.Read}» and not «{field.Means}»");
    }
}
