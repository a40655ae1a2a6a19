using iStom.Chat.Domain;
using iStom.Chat.Domain.Wording;
using iStom.Chat.Server.Storage;
using iStom.Chat.Server.Storage.Changes;

namespace iStom.Chat.Server.Hosting;

/// <summary>What of the panel's words staff have changed.</summary>
public sealed class WorkingTextBook(LiveDocuments<WorkingText> kept)
{
    private static readonly Guid Space = new("9a5b8a0e-55c1-4d52-8b2c-2f7f3a0d6c11");

    /// <summary>Those that were changed once, of the places that there still are.</summary>
    public IEnumerable<WorkingText> All => WorkingTexts.All.Select(place => Find(place.Name)?.Value).OfType<WorkingText>();

    /// <summary>The text that stands under this name, or would stand.</summary>
    public static WorkingTextId IdOf(string name) => new(NameBasedId.Of(Space, name));

    /// <summary>Null: nobody has changed it.</summary>
    public Versioned<WorkingText>? Find(string name) => kept.Find(IdOf(name).Value);
}
