namespace iStom.Chat.Domain.Wording;

/// <summary>Why words cannot be kept as they were given. Detail: <c>property</c>, the field that is meant.</summary>
public static class WordingRefusals
{
    /// <summary>There is none, or it is a colleague's own.</summary>
    public static readonly Refusal NotFound = new("reply-not-found");

    /// <summary>The panel says nothing of that name by itself, or nothing that may be changed.</summary>
    public static readonly Refusal TextNotFound = new("text-not-found");

    /// <summary>Not letters, digits and hyphens.</summary>
    public static readonly Refusal ShortcutMalformed = new("shortcut-malformed");

    /// <summary>Another reply of the team, or of the same person, is found by it.</summary>
    public static readonly Refusal ShortcutTaken = new("shortcut-taken");

    /// <summary>What the text is for would not be said without it. Detail: placeholder.</summary>
    public static readonly Refusal PlaceholderMissing = new("placeholder-missing");

    /// <summary>There is no placeholder of that name. Detail: placeholder, line and column, from 1.</summary>
    public static readonly Refusal UnknownPlaceholder = new("unknown-placeholder");

    /// <summary>A brace that is not closed. Detail: line and column, from 1.</summary>
    public static readonly Refusal PlaceholderOpen = new("placeholder-open");
}
