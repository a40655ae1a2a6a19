using iStom.Chat.Domain.Regulation;
using iStom.Chat.Server.Contract;

namespace iStom.Chat.Server.Development;

/// <summary>What customers are told by itself: working texts, in both languages.</summary>
public sealed class DevelopmentTexts(LetterTexts texts)
{
    /// <summary>Their request was passed to development.</summary>
    public LocalizedName Passed(string number) => Both("development.passed", ("number", number));

    /// <summary>What a new version says, its placeholders not filled in yet.</summary>
    public ReleaseTexts OfRelease() => new(Both("development.released"), Both("development.update"));

    private LocalizedName Both(string name, params (string, string)[] values) => new(texts.Fill(name, Language.Russian, values), texts.Fill(name, Language.English, values));
}
