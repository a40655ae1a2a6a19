namespace iStom.Chat.Server.Email.Text;

/// <summary>A run of lines of a mail.</summary>
/// <param name="Kind">Whether it is shown.</param>
/// <param name="Text">With its line ends.</param>
public sealed record FoldedPart(FoldedKind Kind, string Text);
