using iStom.Chat.Domain.Attachments;
using Shouldly;
using Xunit;

namespace iStom.Chat.Domain.Tests.Attachments;

public class FileNameTests
{
    [Theory]
    [InlineData("чек.png", "чек.png")]
    [InlineData("C:\\Users\\Анна\\снимок экрана.PNG", "снимок экрана.PNG")]
    [InlineData("../../etc/log.txt", "log.txt")]
    [InlineData("a\u202Egnp.txt", "agnp.txt")]
    [InlineData("a\0\r\nb\".log", "ab.log")]
    [InlineData("и\u0306од.txt", "йод.txt")]
    [InlineData(".png", "file.png")]
    [InlineData("  a . .jpeg", "a.jpeg")]
    [InlineData("a.tar.zip", "a.tar.zip")]
    public void A_name_is_what_can_be_seen_of_it(string given, string name) => FileName.Accept(given).Value.ShouldBe(name);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("png")]
    [InlineData("a.exe")]
    [InlineData("a.png.exe")]
    [InlineData("a.png\u200B.js")]
    [InlineData("a.svg")]
    public void How_it_ends_says_whether_it_is_taken(string? given) =>
        FileName.Accept(given).Refusal.ShouldBe(AttachmentRefusals.TypeRefused);

    [Fact]
    public void What_is_too_long_keeps_its_ending()
    {
        var cut = FileName.Accept(new string('я', 115) + "🦷🦷🦷.docx").Value;

        cut.ShouldBe(new string('я', 115) + ".docx");
        FileName.Accept(new string('я', 300) + ".txt").Value.Length.ShouldBe(FileName.LongestName);
    }
}
