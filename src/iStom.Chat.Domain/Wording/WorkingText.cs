using iStom.Chat.Domain.Regulation;

namespace iStom.Chat.Domain.Wording;

/// <summary>What the panel says to customers, or the desk to staff, by itself, as staff have worded it.</summary>
/// <param name="Id">Follows from the name.</param>
/// <param name="Name">One of <see cref="WorkingTexts.All"/>.</param>
/// <param name="Text">Empty in a language in which the product's own words hold.</param>
public sealed record WorkingText(WorkingTextId Id, string Name, LocalizedName Text) : IKept
{
    Guid IKept.Key => Id.Value;

    string IKept.Title => Name;
}
