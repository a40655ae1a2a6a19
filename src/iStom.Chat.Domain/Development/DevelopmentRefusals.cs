namespace iStom.Chat.Domain.Development;

/// <summary>Why something of development cannot be done.</summary>
public static class DevelopmentRefusals
{
    public static readonly Refusal NotFound = new("development-item-not-found");

    /// <summary>It is in a version, or will not be made: no ticket waits for it any more.</summary>
    public static readonly Refusal Over = new("development-item-over");

    /// <summary>Its customers have been told of it: it is changed no more, and no other version brings it.</summary>
    public static readonly Refusal Released = new("development-item-released");

    /// <summary>Only a release says that something is released.</summary>
    public static readonly Refusal ReleaseMissing = new("release-missing");

    /// <summary>Another item has this key in the issue tracker. Detail: property.</summary>
    public static readonly Refusal KeyTaken = new("external-key-taken", Property("ExternalKey"));

    /// <summary>No address of http or https. Detail: property.</summary>
    public static readonly Refusal LinkMalformed = new("item-link-malformed");

    /// <summary>No number in it by which versions are compared, or too long.</summary>
    public static readonly Refusal VersionMalformed = new("version-malformed", Property("Version"));

    /// <summary>A version without an item, or with more than <see cref="DevelopmentRules.MostItems"/>.</summary>
    public static readonly Refusal ItemsOutOfRange = new("development-items-out-of-range");

    /// <summary>More addresses or states than are kept.</summary>
    public static readonly Refusal TooMany = new("too-many-links");

    /// <summary>No such tracker, or it is not connected, or the request is not signed by its secret.</summary>
    public static readonly Refusal NotSigned = new("tracker-not-signed");

    /// <summary>What a tracker sent is not what its documentation says.</summary>
    public static readonly Refusal NewsMalformed = new("tracker-news-malformed");

    internal static Dictionary<string, string> Property(string name) => new(StringComparer.Ordinal) { ["property"] = name };
}
