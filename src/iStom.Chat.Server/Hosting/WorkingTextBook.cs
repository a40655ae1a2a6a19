using iStom.Chat.Domain;
using iStom.Chat.Domain.Regulation;
using iStom.Chat.Domain.Wording;
using iStom.Chat.Server.Storage;
using iStom.Chat.Server.Storage.Changes;

namespace iStom.Chat.Server.Hosting;

/// <summary>What of both faces' words staff have changed.</summary>
public sealed class WorkingTextBook(LiveDocuments<WorkingText> kept)
{
    private static readonly Guid Space = new("9a5b8a0e-55c1-4d52-8b2c-2f7f3a0d6c11");

    /// <summary>Those that are worded otherwise, under the names that the face has for them; all else is said as the product says it.</summary>
    public Dictionary<string, string> WordsOf(WordedFace face, Language language) => WorkingTexts.All
        .Where(place => place.Face == face)
        .Select(place => (place.Key, Text: Find(place.Name)?.Value.Text.In(language) ?? ""))
        .Where(word => word.Text.Length > 0)
        .ToDictionary(word => word.Key, word => word.Text, StringComparer.Ordinal);

    /// <summary>The text that stands under this name, or would stand.</summary>
    public static WorkingTextId IdOf(string name) => new(NameBasedId.Of(Space, name));

    /// <summary>Null: nobody has changed it.</summary>
    public Versioned<WorkingText>? Find(string name) => kept.Find(IdOf(name).Value);
}
