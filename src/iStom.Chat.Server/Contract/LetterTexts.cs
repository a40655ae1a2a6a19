using System.Text.Json;
using iStom.Chat.Domain.Regulation;
using iStom.Chat.Server.Hosting;

namespace iStom.Chat.Server.Contract;

/// <summary>What our mails say by themselves: as staff have worded it, else as the product does (Texts/mail.*.json).</summary>
public sealed class LetterTexts(WorkingTextBook worded)
{
    private static readonly Dictionary<Language, Dictionary<string, string>> Own = new() { [Language.Russian] = Read("ru"), [Language.English] = Read("en") };

    /// <summary>As the product says it.</summary>
    public static LocalizedName OwnOf(string name) => new(Own[Language.Russian][name], Own[Language.English][name]);

    /// <summary>The text with its {places} filled in.</summary>
    public string Fill(string name, Language language, params ReadOnlySpan<(string Place, string Value)> values)
    {
        var text = worded.Find(name)?.Value.Text.In(language) is { Length: > 0 } theirs ? theirs : Own[language][name];
        foreach (var (place, value) in values)
        {
            text = text.Replace($"{{{place}}}", value, StringComparison.Ordinal);
        }

        return text;
    }

    private static Dictionary<string, string> Read(string code)
    {
        using var stream = typeof(LetterTexts).Assembly.GetManifestResourceStream($"mail.{code}.json")!;
        return JsonSerializer.Deserialize<Dictionary<string, string>>(stream)!;
    }
}
