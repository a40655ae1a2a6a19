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

    /// <summary>The site asks for consent before the first message.</summary>
    public static readonly Refusal ConsentMissing = new("consent-missing");

    /// <summary>Colleagues must be able to tell why somebody may not write.</summary>
    public static readonly Refusal BlockReasonMissing = new("block-reason-missing");

    /// <summary>A block that ends at once or before it begins is none.</summary>
    public static readonly Refusal BlockEndPassed = new("block-end-passed");
}
