using iStom.Chat.Domain.Development;
using Shouldly;
using Xunit;

namespace iStom.Chat.Domain.Tests.Development;

public class ProgramVersionTests
{
    [Theory]
    [InlineData("2.9", "2.10")]
    [InlineData("2.9.9", "2.10")]
    [InlineData("7.5", "7.5.1")]
    [InlineData("v7.5", "iStom 7.6 (сборка 12)")]
    [InlineData("7.6-beta", "7.6")]
    [InlineData("7.5", "7.6 rc")]
    [InlineData("7", "10")]
    public void The_older_one_comes_first(string older, string newer)
    {
        ProgramVersion.Read(older)!.IsOlderThan(ProgramVersion.Read(newer)!).ShouldBeTrue();
        ProgramVersion.Read(newer)!.IsOlderThan(ProgramVersion.Read(older)!).ShouldBeFalse();
    }

    [Theory]
    [InlineData("7.5", "7.5.0")]
    [InlineData("v7.05", "7.5")]
    public void What_is_left_out_is_zero(string one, string other) =>
        (ProgramVersion.Read(one)!.IsOlderThan(ProgramVersion.Read(other)!), ProgramVersion.Read(other)!.IsOlderThan(ProgramVersion.Read(one)!)).ShouldBe((false, false));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("последняя")]
    [InlineData("99999999999999999999")]
    public void What_has_no_version_in_it_is_none(string? text) => ProgramVersion.Read(text).ShouldBeNull();

    [Theory]
    [InlineData("7.5", true)]
    [InlineData(null, true)]
    [InlineData("последняя", true)]
    [InlineData("7.6", false)]
    [InlineData("7.10", false)]
    public void Whoever_may_have_an_older_version_is_told_how_to_update(string? installed, bool isTold)
    {
        var release = new ProgramRelease(new(Guid.Empty), "7.6", [], new("Вышла {version}: {number}", "{version} is out: {number}"), new("Поставьте {version}", "Install {version}"));

        var text = release.TextFor("IS-2026-000001", installed);

        text.Russian.ShouldBe(isTold ? "Вышла 7.6: IS-2026-000001\n\nПоставьте 7.6" : "Вышла 7.6: IS-2026-000001");
        text.English.ShouldBe(isTold ? "7.6 is out: IS-2026-000001\n\nInstall 7.6" : "7.6 is out: IS-2026-000001");
    }
}
