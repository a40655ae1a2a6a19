using System.Globalization;

namespace iStom.Chat.Domain.Conversations;

/// <summary>Why something cannot be said in a conversation.</summary>
public static class ConversationRefusals
{
    public static readonly Refusal TextEmpty = new("text-empty");

    public static readonly Refusal TextTooLong = new("text-too-long", new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["limit"] = MessageText.MaxLength.ToString(CultureInfo.InvariantCulture),
    });

    public static readonly Refusal TextMalformed = new("text-malformed");
}
