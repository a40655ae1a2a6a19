using System.Globalization;

using iStom.Chat.Domain;

namespace iStom.Chat.Server.Contract;

/// <summary>Why a file is not taken.</summary>
public static class FileRefusals
{
    /// <summary>There is none with this id, or it is somebody else's.</summary>
    public static readonly Refusal NotFound = new("attachment-not-found");

    /// <summary>Another message has it already.</summary>
    public static readonly Refusal Used = new("attachment-used");

    public static readonly Refusal Empty = new("file-empty");

    /// <summary>The bytes are not what the name says.</summary>
    public static readonly Refusal ContentMismatch = new("file-content-mismatch");

    public static readonly Refusal Infected = new("file-infected");

    /// <summary>Nobody could look whether it is infected; try again later.</summary>
    public static readonly Refusal ScannerAway = new("scanner-away");

    /// <summary>It cannot be kept now; what was written is not lost, and may be sent without it.</summary>
    public static readonly Refusal StorageFull = new("storage-full");

    /// <param name="limit">In bytes.</param>
    public static Refusal TooLarge(long limit) => new("file-too-large", Limit(limit));

    /// <param name="limit">Of one message; or twice as many that wait for their message.</param>
    public static Refusal TooMany(int limit) => new("too-many-attachments", Limit(limit));

    private static Dictionary<string, string> Limit(long limit) =>
        new(StringComparer.Ordinal) { ["limit"] = limit.ToString(CultureInfo.InvariantCulture) };
}
