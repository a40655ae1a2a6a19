namespace iStom.Chat.Domain.Regulation;

/// <summary>A name in both languages, as a calendar gives it.</summary>
public sealed record LocalizedName(string Russian, string English)
{
    public string In(Language language) => language == Language.Russian ? Russian : English;
}
