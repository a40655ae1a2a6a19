namespace iStom.Chat.Domain.Attachments;

/// <summary>Why a name is none of a file that is taken.</summary>
public static class AttachmentRefusals
{
    /// <summary>Files of this kind are not taken.</summary>
    public static readonly Refusal TypeRefused = new("file-type-refused");
}
